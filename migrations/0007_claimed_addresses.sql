-- A mail address belongs to whoever has confirmed it. Before that anybody may have typed it, so a claim keeps nobody out
-- and tells nothing; it goes when somebody else confirms the address.
DROP INDEX accounts_email_key;
CREATE UNIQUE INDEX accounts_email_key ON accounts (email_key) WHERE email_confirmed_at IS NOT NULL;
CREATE INDEX accounts_email_claims ON accounts (email_key) WHERE email_key IS NOT NULL;
