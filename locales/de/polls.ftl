### Umfragen an Beiträgen.

polls-poll = Umfrage
polls-vote = Abstimmen
polls-your-choice = deine Wahl
polls-share = { $percent } %
polls-voters =
    { $count ->
        [one] { $count } Person hat abgestimmt
       *[other] { $count } Personen haben abgestimmt
    }
polls-until = bis { $date }
polls-over = beendet
polls-hidden = das Ergebnis erscheint am Ende
polls-choose = Wähle eine Antwort.
polls-choose-one = Hier kann nur eine Antwort gewählt werden.
polls-no-such-choice = Diese Antwort gibt es nicht.
polls-voted-already = Du hast schon abgestimmt.
polls-own = In der eigenen Umfrage kannst du nicht abstimmen.
polls-ended = Diese Umfrage ist beendet.
polls-too-few = Eine Umfrage braucht mindestens { $least } Antworten, und keine darf leer sein.
polls-too-many = Eine Umfrage kann bis zu { $limit } Antworten haben.
polls-option-too-long = Eine Antwort kann bis zu { $limit } Zeichen haben.
polls-options-alike = Zwei Antworten sind gleich.
polls-lasts = Eine Umfrage dauert zwischen 5 Minuten und 30 Tagen.
polls-add = Umfrage hinzufügen
polls-answer = Antwort { $number }
polls-days = Wie lange
polls-for-days =
    { $days ->
        [one] { $days } Tag
       *[other] { $days } Tage
    }
polls-several = Mehrere Antworten können gewählt werden
flash-voted = Deine Stimme ist gezählt.
polls-hide = Das Ergebnis erst am Ende für alle zeigen
polls-more-answers = Mehr Antworten
polls-until-time = Oder bis zu einer bestimmten Zeit
polls-until-hint = Steht hier eine Zeit, zählt die Dauer oben nicht. Eine Umfrage dauert bis zu 30 Tage.
polls-change = Meine Stimme ändern
flash-unvoted = Deine Stimme ist zurückgenommen. Du kannst neu wählen.
