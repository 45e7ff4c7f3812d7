### Meldungen an die Moderation.

reports-not-oneself = Du kannst dich nicht selbst melden.
reports-too-many = Eine Meldung kann { $limit } Beiträge nennen.
reports-unknown-rule = Diese Regel gibt es hier nicht.
