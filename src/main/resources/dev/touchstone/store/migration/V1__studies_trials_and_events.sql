-- A study's facts. Standard SQL; what a database has its own words for is a placeholder.
-- Times are text: UTC, ISO-8601. JSON is text, enum values are by name.

CREATE TABLE study (
    name       VARCHAR(255) NOT NULL PRIMARY KEY,
    status     VARCHAR(20)  NOT NULL,
    head       TEXT         NOT NULL,
    last_trial INTEGER      NOT NULL, -- counts up only, so that a number never comes twice
    created_at VARCHAR(30)  NOT NULL,
    updated_at VARCHAR(30)  NOT NULL
);

CREATE TABLE trial (
    id        ${identity},
    study     VARCHAR(255) NOT NULL REFERENCES study (name),
    number    INTEGER      NOT NULL,
    state     VARCHAR(20)  NOT NULL,
    proposed  TEXT         NOT NULL,
    point     TEXT         NOT NULL,
    seed      BIGINT       NOT NULL,
    queued_at VARCHAR(30)  NOT NULL,
    UNIQUE (study, number)
);

-- Append-only. The payload names its kind too; the column is there to be queried.
CREATE TABLE event (
    id       ${identity},
    trial_id BIGINT      NOT NULL REFERENCES trial (id),
    at       VARCHAR(30) NOT NULL,
    kind     VARCHAR(40) NOT NULL,
    payload  TEXT        NOT NULL
);

CREATE INDEX event_of_trial ON event (trial_id, id);

CREATE TABLE note (
    id       ${identity},
    trial_id BIGINT      NOT NULL REFERENCES trial (id),
    at       VARCHAR(30) NOT NULL,
    text     TEXT        NOT NULL
);

CREATE INDEX note_of_trial ON note (trial_id, id);
