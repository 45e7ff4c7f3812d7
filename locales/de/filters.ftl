### Wortfilter: was jemand nicht lesen möchte.

filters-title = Wörter, die du lieber nicht liest
filters-text = Beiträge anderer mit diesen Wörtern werden verdeckt oder weggelassen. Niemand erfährt davon.
filters-yours = Deine Wörter
filters-phrase = Wörter
filters-phrase-hint = Zum Beispiel der Name einer Serie, deren Ende du noch nicht wissen willst
filters-phrase-missing = Gib die Wörter ein.
filters-too-many = Du hast schon { $limit } Filter. Entferne erst einen.
filters-whole-word-label = Nur ganze Wörter, keine Teile von längeren
filters-action = Was mit solchen Beiträgen geschieht
filters-cover = Verdecken
filters-cover-text = Sie bleiben an ihrem Platz, unter einer Zeile, die die Wörter nennt.
filters-hide = Weglassen
filters-hide-text = Sie erscheinen weder auf deiner Startseite noch in Listen.
filters-lasting = Wie lange
filters-for-good = Bis ich es entferne
filters-for-days =
    { $days ->
        [one] { $days } Tag lang
       *[other] { $days } Tage lang
    }
filters-add = Hinzufügen
filters-remove = „{ $phrase }“ entfernen
filters-covers = verdeckt
filters-hides = weggelassen
filters-whole-word = ganze Wörter
filters-until = bis { $date }
filters-empty-title = Noch keine Wörter
filters-empty-text = Füge oben welche hinzu, wenn du von etwas eine Pause brauchst.
flash-filter-added = Die Wörter sind hinzugefügt.
flash-filter-removed = Die Wörter sind entfernt.
filters-full = In all deinen Filtern zusammen ist Platz für { $limit } Einträge.
filters-context-missing = Sag, wo der Filter gilt: home, notifications, public, thread oder account.
