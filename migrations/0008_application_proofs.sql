-- Whether whoever asks to join brought a proof of work. Of those who asked before it is not known, so nothing is said.
ALTER TABLE applications ADD COLUMN has_proof BOOLEAN NOT NULL DEFAULT TRUE;
