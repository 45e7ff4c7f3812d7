### Beiträge, die auf ihre Zeit warten.

scheduled-too-soon = Ein geplanter Beitrag braucht mindestens 5 Minuten Vorlauf.
scheduled-too-late = Das liegt zu weit in der Zukunft. Wähle eine frühere Zeit.
scheduled-too-many = Es warten schon { $limit } deiner Beiträge. Nimm zuerst einen zurück.
scheduled-title = Wartende Beiträge
scheduled-empty-title = Nichts wartet
scheduled-empty-text = Was du für später schreibst, steht bis dahin hier.
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
scheduled-later = Später veröffentlichen
scheduled-when = Tag und Uhrzeit
scheduled-when-hint = In deiner Zeitzone, { $zone }. Leer lassen, um jetzt zu veröffentlichen.
scheduled-no-time = Das ist kein Tag mit Uhrzeit.
scheduled-now = Jetzt veröffentlichen
flash-scheduled = Der Beitrag wartet auf seine Zeit.
drafts-title = Entwürfe
drafts-tabs = Beiträge, die noch nicht erschienen sind
drafts-empty-title = Keine Entwürfe
drafts-empty-text = Was du zu schreiben beginnst und behältst, wartet hier auf dich. Niemand sonst sieht es.
drafts-kept-at = Behalten am { $when }
drafts-go-on = Weiterschreiben
drafts-discard = Verwerfen
drafts-discard-text = Was du hier geschrieben hast, ist dann weg.
drafts-kept = Als Entwurf behalten
drafts-keep = Als Entwurf behalten
drafts-too-many = Du hast schon { $limit } Entwürfe. Verwirf zuerst einen.
drafts-and-planned = Entwürfe und geplante Beiträge
drafts-and-planned-text = Was du zu schreiben begonnen hast und was auf seine Zeit wartet
flash-draft-kept = Als Entwurf behalten.
flash-draft-discarded = Der Entwurf ist weg.
