### Looking for people, posts, comments, photos, events and groups.

search-box = Suchen
search-title = Suche
search-title-words = Treffer für „{ $words }“
search-kinds = Was gezeigt wird
search-all = Alles
search-people = Leute
search-posts = Beiträge
search-comments = Kommentare
search-photos = Fotos
search-events = Events
search-groups = Gruppen
search-more-people = Mehr Leute
search-more-posts = Mehr Beiträge
search-more-comments = Mehr Kommentare
search-more-photos = Mehr Fotos
search-more-events = Mehr Events
search-more-groups = Mehr Gruppen
search-narrow = Eingrenzen
search-from = Geschrieben von
search-from-hint = Das Kürzel einer Person, zum Beispiel „amina“
search-from-unknown = Dieses Kürzel hat hier niemand.
search-at = An diesem Ort
search-at-hint = Nur Events: Wörter aus dem Namen eines Ortes oder seiner Adresse
search-after = Ab diesem Tag
search-before = Bis zu diesem Tag
search-on-wall = auf dem Profil von { $name }
search-under-post = unter einem Beitrag von { $name }
search-covered = Verdeckt wegen deines Wortes „{ $word }“
search-begin-title = Wonach suchst du?
search-begin-text = Gib einen Namen ein oder Wörter aus einem Beitrag, einem Kommentar, einem Event, einer Gruppe oder der Beschreibung eines Fotos. Du findest, was du sehen darfst.
search-none-title = Nichts gefunden
search-none-text = Versuch es mit weniger Wörtern oder einer anderen Schreibweise. Gefunden wird, was alle deine Wörter enthält.
search-none-yet-title = Unter den neuesten ist nichts
search-none-yet-text = Diese Wörter sind so häufig, dass nur die neuesten Beiträge damit durchgesehen wurden. Du kannst weiter zurückgehen.
search-filling = Ältere Beiträge werden noch für die Suche vorbereitet; manche fehlen vorerst vielleicht.
search-offers =
    { $count ->
        [0] Keine Vorschläge
        [one] { $count } Vorschlag, mit den Pfeiltasten auswählen
       *[other] { $count } Vorschläge, mit den Pfeiltasten auswählen
    }
