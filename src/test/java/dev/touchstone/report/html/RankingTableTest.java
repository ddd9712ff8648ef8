package dev.touchstone.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.metric.Interval;
import dev.touchstone.report.ReportModel;
import dev.touchstone.search.Ranked;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTableTest {
    private final ReportModel model = SampleStudy.finished(1, 40);
    private final RankingTable table = RankingTable.of(model);

    @Test
    void rows_areInTheOrderOfTheRanking() {
        assertThat(table.rows()).extracting(RankingTable.Row::ranked).isEqualTo(model.ranking());
        assertThat(table.rows().get(0).leader()).isTrue();
        assertThat(table.rows().subList(1, table.rows().size())).noneMatch(RankingTable.Row::leader);
    }

    @Test
    void clampedRate_isShownBesideTheProposedOne() {
        int column = table.hyperparameters().indexOf("learning-rate");
        for (ReportModel.Placed placed : model.placed()) {
            double proposed = placed.trial().proposed().number("learning-rate");
            double effective = Change.effective(placed.trial()).number("learning-rate");
            RankingTable.Cell cell =
                    table.rows().get(placed.ranked().rank() - 1).cells().get(column);
            assertThat(cell.text()).isEqualTo(Figures.number(effective));
            assertThat(cell.proposed()).isEqualTo(proposed == effective ? null : Figures.number(proposed));
        }
        assertThat(table.rows()).anyMatch(row -> row.cells().get(column).proposed() != null);
    }

    @Test
    void hyperparameterThatATrialLacks_isADash() {
        int column = table.hyperparameters().indexOf("momentum");
        assertThat(table.rows()).extracting(row -> row.cells().get(column)).contains(RankingTable.Cell.ABSENT);
    }

    @Test
    void bars_lieOnTheAxisWhateverTheNumbers() {
        Ranked wide = ranked(0.5, 0.0, 1.0);
        Ranked narrow = ranked(0.5, 0.5, 0.5);
        Ranked broken = ranked(Double.NaN, 0.1, 0.9);
        IntervalScale scale = IntervalScale.of(List.of(wide, narrow, broken));
        assertThat(scale.bar(wide)).isEqualTo(new IntervalScale.Bar("5.0", "80.0", "155.0", "150.0"));
        assertThat(scale.bar(narrow)).isEqualTo(new IntervalScale.Bar("80.0", "80.0", "80.0", "0.5"));
        assertThat(scale.bar(broken)).isNull();
        assertThat(IntervalScale.of(List.of(narrow)).bar(narrow)).isNotNull();
        assertThat(IntervalScale.of(List.of(broken)).bar(broken)).isNull();
    }

    private static Ranked ranked(double value, double low, double high) {
        return new Ranked(1, 1, value, new Interval(low, high), 1, true);
    }
}
