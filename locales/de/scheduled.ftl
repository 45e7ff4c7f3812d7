### Beiträge, die auf ihre Zeit warten.

scheduled-too-soon = Ein geplanter Beitrag braucht mindestens 5 Minuten Vorlauf.
scheduled-too-late = Das liegt zu weit in der Zukunft. Wähle eine frühere Zeit.
scheduled-too-many = Es warten schon { $limit } deiner Beiträge. Nimm zuerst einen zurück.
scheduled-title = Wartende Beiträge
scheduled-empty-title = Nichts wartet
scheduled-empty-text = Was du in einer App für später schreibst, steht bis dahin hier.
scheduled-due = Erscheint am { $when }
scheduled-refused = Konnte am { $when } nicht erscheinen
scheduled-refused-gone = Was er teilt oder wo er stehen sollte, ist für dich nicht mehr da.
scheduled-photos =
    { $count ->
        [one] { $count } Foto
       *[other] { $count } Fotos
    }
scheduled-notice =
    { $count ->
        [one] Einer deiner Beiträge konnte nicht zu seiner Zeit erscheinen.
       *[other] { $count } deiner Beiträge konnten nicht zu ihrer Zeit erscheinen.
    }
scheduled-see = Warum?
scheduled-retry = Noch einmal versuchen
scheduled-cancel = Zurücknehmen
flash-scheduled-retried = In ein paar Minuten wird es noch einmal versucht.
flash-scheduled-cancelled = Der Beitrag ist zurückgenommen.
