-- What a report is about that is no post and no message: albums and photos. An id of what is gone since leads nowhere.
CREATE TABLE report_subjects (
    report_id BIGINT NOT NULL,
    -- album or photo
    kind TEXT NOT NULL,
    subject_id BIGINT NOT NULL,
    PRIMARY KEY (report_id, kind, subject_id)
);
