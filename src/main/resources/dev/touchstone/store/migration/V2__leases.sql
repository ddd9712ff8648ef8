-- Who carries a trial. The token counts up with every lease, so that whoever held an earlier one is refused.

ALTER TABLE trial ADD COLUMN token BIGINT NOT NULL DEFAULT 0;
ALTER TABLE trial ADD COLUMN worker VARCHAR(255) NOT NULL DEFAULT '';
ALTER TABLE trial ADD COLUMN renewed_at VARCHAR(30) NOT NULL DEFAULT '1970-01-01T00:00:00Z';

CREATE INDEX trial_in_state ON trial (study, state, number);

-- How many trials the latest sweep was asked for; the spec's number need not be it.
ALTER TABLE study ADD COLUMN trials INTEGER;
