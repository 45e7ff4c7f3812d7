### Meldungen an die Moderation.

reports-not-oneself = Du kannst dich nicht selbst melden.
reports-too-many = Eine Meldung kann { $limit } Beiträge nennen.
reports-unknown-rule = Diese Regel gibt es hier nicht.
reports-report = Melden
reports-album-title = Dieses Album melden
reports-photo-title = Dieses Foto melden
reports-text-photos = Die Moderation erfährt, worum es geht. Wem es gehört, erfährt nicht, von wem die Meldung kam.
