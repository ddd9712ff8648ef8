-- What gates measured, for trials that depend on the same: the key is a hash of all that the value depends on.

CREATE TABLE gate_measure (
    study VARCHAR(255) NOT NULL REFERENCES study (name),
    name  VARCHAR(64)  NOT NULL,
    value TEXT         NOT NULL,
    PRIMARY KEY (study, name)
);
