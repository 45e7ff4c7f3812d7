### For whom something is meant: words beside the time, in the picker, and what they mean.

audience-who = Wer kann das sehen?
audience-world = Alle
audience-world-hint = Auch Menschen ohne Konto
audience-community = Alle in { $site }
audience-community-hint = Nur wer hier dabei ist
audience-friends = Freunde
audience-friends-hint =
    { $count ->
        [0] Du hast hier noch keine Freunde
        [one] { $count } Person, mit der du hier befreundet bist
       *[other] { $count } Menschen, mit denen du hier befreundet bist
    }
audience-friends-except = Freunde außer …
audience-except-hint = Du wählst, wer es nicht sieht
audience-circle = Ein Kreis
audience-circle-named = Kreis: { $name }
audience-circle-hint = Nur Menschen in diesem Kreis
audience-people = Bestimmte Menschen
audience-people-hint = Du wählst sie einzeln aus
audience-self = Nur ich
audience-self-hint = Eine Notiz an dich selbst
audience-two-of-us = Nur zwei Menschen
audience-wall-friends = Freunde von { $name }
audience-wall-two = Nur { $name } und ich
audience-choose-people = Menschen auswählen
audience-choose-except = Auswählen, wer es nicht sieht
audience-choose-commenters = Wähle, wer kommentieren darf
audience-find = Freund suchen
audience-find-nobody = Kein Freund mit diesem Namen.
audience-typed = Weitere, mit ihrem Kurznamen
audience-typed-hint = Mit Kommas dazwischen, etwa @ana, @ben.
audience-handle-unknown = Den Kurznamen { $handle } hat hier niemand. Prüfe die Schreibweise.
audience-missing = Wähle aus, wer das sehen kann.
audience-circle-missing = Diesen Kreis gibt es nicht mehr. Wähle einen anderen.
audience-people-missing = Wähle mindestens einen Menschen aus.
audience-except-missing = Wähle mindestens einen Menschen oder Kreis, der es nicht sehen soll.
audience-people-too-many = Das sind zu viele Namen. Bis zu { $limit } passen; ein Kreis fasst mehr.
audience-circles-too-many = Das sind zu viele Kreise. Bis zu { $limit } passen.
audience-wider-than-wall = Wem dieses Profil gehört, lässt Beiträge darauf weniger Menschen erreichen. Wähle einen engeren Kreis.
audience-wider-than-original = Ein geteilter Beitrag kann nicht mehr Menschen erreichen als das Original. Wähle einen engeren Kreis.
audience-explained = Wer das sehen kann
audience-world-explained = Alle können das sehen, auch Menschen ohne Konto hier.
audience-community-explained = Alle, die bei { $site } dabei sind, können das sehen.
audience-friends-explained = Freunde von { $name } können das sehen.
audience-people-explained = Menschen, die { $name } ausgewählt hat, können das sehen. Du gehörst dazu.
audience-self-explained = Nur wer es geschrieben hat und der Mensch, auf dessen Profil es steht, können das sehen.
flash-audience-changed = Gespeichert. Ab jetzt sehen es nur die, die du gewählt hast.
flash-past-limited = Erledigt. Deine bisherigen Beiträge sehen jetzt nur noch Freunde.
flash-past-hidden = Erledigt. Deine bisherigen Beiträge siehst jetzt nur noch du.
