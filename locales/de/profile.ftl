### Profiles: the tabs, what they hold, editing, other eyes.

profile-profile = Profil
profile-tab-posts = Beiträge
profile-tab-about = Über mich
profile-tab-friends = Freunde
profile-tab-photos = Fotos
profile-about-title = Über { $name }
profile-friends-title = Freunde von { $name }
profile-photos-title = Fotos von { $name }
profile-friends-count =
    { $count ->
        [one] { $count } Freund
       *[other] { $count } Freunde
    }
profile-more = Mehr zu { $name }
profile-photo-of = Foto von { $name }
profile-photo = Foto
profile-see-all = Alle ansehen
profile-intro-title = Kurz gesagt
profile-write-own = Schreib etwas
profile-write-to = Schreib { $name } etwas
profile-no-posts-title = Hier gibt es nichts zu lesen
profile-no-posts-text = Entweder wurde noch nichts geschrieben, oder es ist für andere.
profile-no-photos-title = Hier gibt es keine Fotos
profile-no-photos-text = Hier erscheinen Fotos aus Beiträgen, die mit dir geteilt sind.
profile-no-friends = Noch niemand.
profile-common-title = Gemeinsame Freunde
profile-list-kept = Die ganze Liste ist nicht mit dir geteilt.
profile-languages = Sprachen
profile-languages-more = Weitere Sprachen
profile-languages-find = Sprache suchen
profile-languages-none = Keine Sprache dieses Namens. Du kannst sie unten eintragen.
profile-languages-named = Nicht in der Liste?
profile-languages-named-hint = Schreib, wie du sie nennst; mehrere mit Kommas dazwischen.
profile-languages-wrong =
    { $max ->
        [one] Bitte wähle höchstens { $max } Sprache und schreib Namen in Buchstaben, ohne andere Zeichen.
       *[other] Bitte wähle höchstens { $max } Sprachen und schreib Namen in Buchstaben, ohne andere Zeichen.
    }
profile-birthday = Geburtstag
profile-birth-year = Geburtsjahr
profile-birth-year-wrong = Bitte prüfe das Geburtsjahr.
profile-day = Tag
profile-month = Monat
profile-joined = Hier seit
profile-who-sees = Wer es sieht
profile-audience-world = Alle, überall
profile-audience-community = Alle hier
profile-audience-friends = Freunde
profile-audience-self = Nur ich
profile-field-about = Über mich
profile-field-work = Arbeit
profile-field-school = Schule und Ausbildung
profile-field-town = Wohnort
profile-field-home-town = Herkunft
profile-field-relationship = Lebt mit
profile-field-hobbies = Macht gern
profile-field-offers = Kann helfen mit
profile-field-seeks = Sucht
profile-field-website = Webseite
profile-field-email = Mailadresse für andere
profile-field-phone = Telefon
profile-field-own = Eigene Zeile
profile-own-title = Titel
profile-own-text = Text der Zeile
profile-fields-hint = Füll aus, was du magst. Jede Zeile hat ihr eigenes Publikum.
profile-fields-too-many =
    { $max ->
        [one] Höchstens { $max } Zeile passt.
       *[other] Höchstens { $max } Zeilen passen.
    }
profile-field-needs-title = Eine eigene Zeile braucht einen Titel.
profile-website-wrong = Eine Webseite beginnt mit https://
profile-edit = Profil bearbeiten
profile-show = Profil ansehen
profile-name = Dein Name
profile-intro = Eine Zeile über dich
profile-intro-hint = Sie steht unter deinem Namen; wer dein Profil sieht, sieht auch sie.
profile-pronouns = Pronomen
profile-avatar = Profilfoto
profile-avatar-hint = Die Mitte des Fotos wird im Kreis gezeigt.
profile-cover = Titelbild
profile-cover-hint = Das breite Bild oben auf deinem Profil.
profile-focus = Teil des Titelbilds, der sichtbar bleibt
profile-focus-start = Oben
profile-focus-center = Die Mitte
profile-focus-end = Unten
profile-choose-photo = Foto wählen
profile-crop = Der Ausschnitt, der zu sehen sein wird
profile-crop-hint = Verschieb das Foto mit dem Finger, der Maus oder den Pfeiltasten.
profile-crop-zoom = Vergrößern
profile-crop-bad = Der gewählte Ausschnitt liegt nicht im Foto. Bitte wähl das Foto noch einmal aus.
profile-describe-photo = Beschreibung für alle, die es nicht sehen
profile-save-photo = Foto speichern
profile-remove-photo = Foto entfernen
profile-view-as = Ansehen wie andere
profile-view-as-them = Mein Profil mit ihren Augen
profile-as-stranger = Das sieht ein Mitglied, mit dem du nicht befreundet bist.
profile-as-visitor = Das sieht jemand, der nicht angemeldet ist.
profile-as-unseen = Gäste finden dein Profil nicht. Sie lesen nur, was du für alle geschrieben hast.
profile-as-friend = Das sieht { $name }.
profile-as-stranger-short = Als Mitglied
profile-as-visitor-short = Als Gast
profile-as-friend-short = Als Freund
flash-profile-saved = Dein Profil ist gespeichert.
profile-tab-albums = Alben
