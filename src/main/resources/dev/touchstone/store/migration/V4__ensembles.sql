-- Networks that answer together. Never changed once kept; the content is JSON with the members and what they are worth.

CREATE TABLE ensemble (
    study   VARCHAR(255) NOT NULL REFERENCES study (name),
    number  INTEGER      NOT NULL, -- from 1
    way     VARCHAR(20)  NOT NULL,
    at      VARCHAR(30)  NOT NULL,
    content TEXT         NOT NULL,
    PRIMARY KEY (study, number)
);
