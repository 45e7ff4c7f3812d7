### The member directory.

people-title = Leute
people-search = Nach Namen suchen
people-found = Leute zu „{ $query }“
people-posts-with-tag = Beiträge mit diesem Schlagwort
people-none-title = Niemand gefunden
people-none-text = Versuch es mit dem Anfang von Vorname, Nachname oder Kürzel.
people-show-all = Alle zeigen
people-in-common =
    { $count ->
        [one] { $count } gemeinsamer Freund
       *[other] { $count } gemeinsame Freunde
    }
