package dev.touchstone.data.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line of the ledger says. Only the two kinds named here can be read. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LedgerEntry.Intent.class, name = "intent"),
    @JsonSubTypes.Type(value = LedgerEntry.Result.class, name = "result")
})
sealed interface LedgerEntry {
    /** The data set whose chain this is part of. */
    String fingerprint();

    /** The sealed file that was opened. */
    String seal();

    /** The hashes of the chain's ends when this was appended; several after a merge, none at the start. */
    List<String> parents();

    /**
     * Written before the rows are decrypted.
     *
     * @param trial that is scored; null when it is an ensemble
     * @param ensemble that is scored; null when it is a trial
     * @param related openings under other data sets that saw some of the rows; null when there were none
     */
    record Intent(
            String time,
            String fingerprint,
            String seal,
            List<String> parents,
            String study,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer trial,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer ensemble,

            String reason,
            String user,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<RelatedOpening> related)
            implements LedgerEntry {
        public Intent {
            parents = List.copyOf(parents);
            related = related == null ? null : List.copyOf(related);
        }
    }

    /**
     * Written after the scorer has answered.
     *
     * @param intent the hash of the intent that it belongs to
     */
    record Result(String time, String fingerprint, String seal, List<String> parents, String intent, TestScore score)
            implements LedgerEntry {
        public Result {
            parents = List.copyOf(parents);
        }
    }
}
