### Die Zusammenfassung: ein Brief über das, was jemand verpasst hat.

digest-subject-daily = Was du gestern bei { $site } verpasst hast
digest-subject-weekly = Was du diese Woche bei { $site } verpasst hast
digest-lead = das ist bei { $site } geschehen, während du weg warst.
digest-notices = Für dich
digest-requests =
    { $count ->
        [one] { $count } Freundschaftsanfrage wartet auf deine Antwort
       *[other] { $count } Freundschaftsanfragen warten auf deine Antwort
    }
digest-with-others =
    { $count ->
        [one] { $title }, und { $count } weitere Person
       *[other] { $title }, und { $count } weitere
    }
digest-more = Es gibt noch mehr; du findest es unter deinen Mitteilungen.
digest-scheduled-refused = Ein Beitrag, den du geplant hattest, konnte nicht veröffentlicht werden
digest-posts = Von deinen Freunden
digest-post = { $name }, { $when }
digest-photos =
    { $count ->
        [one] { $count } Foto
       *[other] { $count } Fotos
    }
