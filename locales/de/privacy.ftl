### Choices about privacy, and whom one keeps away from.

privacy-title = Privatsphäre
privacy-who-sees = Wer sieht, was ich teile
privacy-who-reaches = Wer mir näherkommen darf
privacy-who-finds = Wer mich findet
privacy-my-wall = Mein Profil als Pinnwand
privacy-default-audience = Neue Beiträge gehen an
privacy-default-audience-hint = Damit beginnt jeder Beitrag; du kannst jedes Mal neu wählen.
privacy-friends-list = Meine Freundesliste
privacy-friends-list-hint = Gemeinsame Freunde sehen andere trotzdem.
privacy-comments = Wer kommentieren darf
privacy-comments-hint = Jeder Beitrag kann es anders festlegen.
privacy-comments-same = Wer den Beitrag sieht
privacy-comments-friends = Freunde
privacy-comments-nobody = Niemand
privacy-requests = Wer mir Freundschaftsanfragen senden darf
privacy-follow = Wer mir ohne Freundschaft folgen darf
privacy-everyone = Alle hier
privacy-friends-of-friends = Freunde von Freunden
privacy-nobody = Niemand
privacy-wall = Wer auf mein Profil schreiben darf
privacy-wall-friends = Freunde
privacy-wall-nobody = Nur ich
privacy-wall-audience = Wer sieht, was Freunde dort schreiben
privacy-profile-audience = Wer mein Profil findet
privacy-profile-audience-hint = Was du für alle schreibst, zeigt deinen Namen und dein Bild in jedem Fall.
privacy-profile-community = Die Leute hier
privacy-profile-world = Alle, auch ohne Konto
privacy-in-directory = Im Mitgliederverzeichnis stehen
privacy-in-directory-hint = Freunde finden dich in jedem Fall.
privacy-in-suggestions = Freunden von Freunden vorgeschlagen werden
privacy-in-suggestions-hint = Als jemand, den sie kennen könnten.
privacy-limit-past = Frühere Beiträge einschränken
privacy-limit-past-text = Schränke alles auf einmal ein, was du bisher auf deinem Profil geschrieben hast. Vorher erfährst du, wie viele Beiträge es sind.
privacy-limit-past-friends = Auf Freunde beschränken
privacy-limit-past-self = Nur noch für mich
privacy-limit-past-friends-count =
    { $count ->
        [0] Keiner deiner Beiträge reicht weiter als bis zu deinen Freunden. Es gibt nichts zu ändern.
        [one] { $count } Beitrag, den du für alle oder für alle Mitglieder geschrieben hast, sehen dann nur noch Freunde.
       *[other] { $count } Beiträge, die du für alle oder für alle Mitglieder geschrieben hast, sehen dann nur noch Freunde.
    }
privacy-limit-past-self-count =
    { $count ->
        [0] Alle deine Beiträge siehst schon jetzt nur du. Es gibt nichts zu ändern.
        [one] { $count } Beitrag, den jetzt auch andere sehen, siehst dann nur noch du.
       *[other] { $count } Beiträge, die jetzt auch andere sehen, siehst dann nur noch du.
    }
privacy-limit-past-once = Das lässt sich nicht auf einmal rückgängig machen, nur Beitrag für Beitrag. Was du auf den Profilen anderer geschrieben hast, bleibt, wie es ist.
privacy-blocking = Blockiert, stumm, eingeschränkt
privacy-blocking-hint = Von wem du Abstand hältst, und der Weg zurück.
privacy-blocking-open = Listen ansehen
privacy-blocked = Blockiert
privacy-blocked-hint = Für euch beide ist der andere wie nicht da.
privacy-blocked-empty = Du hast niemanden blockiert.
privacy-muted = Stummgeschaltet
privacy-muted-hint = Ihre Beiträge bleiben deiner Startseite fern.
privacy-muted-empty = Du hast niemanden stummgeschaltet.
privacy-restricted = Eingeschränkt
privacy-restricted-hint = Freunde, die von dir nur sehen, was alle hier sehen.
privacy-restricted-empty = Du hast niemanden eingeschränkt.
flash-privacy-saved = Deine Auswahl ist gespeichert.
privacy-elsewhere = Fotos, Erinnerungen, Geburtstag
privacy-elsewhere-text = Dafür gibt es eigene Seiten: wer dich in Fotos markieren darf und ob du vorher nachsiehst, was dir aus früheren Jahren wieder gezeigt wird, und wer deinen Geburtstag sieht.
privacy-photo-tags = Wer mich in Fotos markieren darf
