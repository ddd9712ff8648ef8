package dev.touchstone.data.vault;

import dev.touchstone.base.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is known of who saw rows of a test split before.
 *
 * @param openings under its own data set's record, in the order of the ledger
 * @param related openings under the records of changed copies
 */
public record EarlierLooks(List<TestOpening> openings, List<RelatedOpening> related) {
    public EarlierLooks {
        openings = List.copyOf(openings);
        related = List.copyOf(related);
    }

    /** @param found on this installation; the ledger may know more, from others */
    static EarlierLooks of(List<TestOpening> openings, List<RelatedOpening> found) {
        Map<String, RelatedOpening> byHash = new LinkedHashMap<>();
        openings.forEach(opening -> opening.related().forEach(other -> byHash.put(other.hash(), other)));
        found.forEach(other -> byHash.put(other.hash(), other));
        return new EarlierLooks(openings, new ArrayList<>(byHash.values()));
    }

    /** All of them, and one more. */
    public Looks andOneMore() {
        return new Looks(openings.size() + related.size() + 1);
    }

    /** How many of the data set's own came to no result: the process ended in between, or has not ended yet. */
    public int withoutResult() {
        return (int)
                openings.stream().filter(opening -> opening.score().isEmpty()).count();
    }

    /** @throws UserError when a trial of the same study saw rows before, with what another opening costs */
    void requireNoneBy(OpeningRequest request) {
        for (TestOpening opening : openings) {
            if (opening.study().equals(request.study())) {
                throw repeated(request, opening.examinee(), opening.time() + " (" + opening.reason() + ")");
            }
        }
        for (RelatedOpening opening : related) {
            if (opening.study().equals(request.study())) {
                String rows = " (" + opening.rows() + " of its rows, in a changed copy of the data)";
                throw repeated(request, opening.examinee(), opening.time() + rows);
            }
        }
    }

    private UserError repeated(OpeningRequest request, Examinee examinee, String when) {
        return new UserError(examinee.words() + " of " + request.study() + " already saw the test split on " + when
                + "; add --again to open it for " + request.examinee().words() + ", too: "
                + andOneMore().cost());
    }
}
