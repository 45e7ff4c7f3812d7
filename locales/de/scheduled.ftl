### Beiträge, die auf ihre Zeit warten.

scheduled-too-soon = Ein geplanter Beitrag braucht mindestens 5 Minuten Vorlauf.
scheduled-too-late = Das liegt zu weit in der Zukunft. Wähle eine frühere Zeit.
scheduled-too-many = Es warten schon { $limit } deiner Beiträge. Nimm zuerst einen zurück.
