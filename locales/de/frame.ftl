### The frame of every page: bars, menus, footer, and the shells that scripts fill.

frame-skip = Zum Inhalt springen
frame-navigation = Hauptmenü
frame-home = Start
frame-friends = Freunde
frame-people = Leute
frame-photos = Deine Fotos
frame-saved = Gemerkt
frame-invitations = Einladungen
frame-settings = Einstellungen
frame-staff = Sich kümmern
frame-approvals = Beitrittsanfragen
frame-admin = Verwaltung
frame-account = Dein Konto
frame-you = Du
frame-post = Posten
frame-new-post = Neuer Beitrag
frame-sign-in = Anmelden
frame-sign-out = Abmelden
frame-join = Mitmachen
frame-language = Sprache
frame-theme = Farben
frame-theme-light = Hell
frame-theme-dark = Dunkel
frame-theme-auto = Wie Gerät
frame-about = Über uns
frame-rules = Regeln
frame-terms = Nutzungsbedingungen
frame-privacy = Datenschutz
frame-imprint = Impressum
frame-contact = Kontakt
frame-aside = Mehr von hier
frame-loading = Wird geladen
frame-offline = Gerade gibt es keine Verbindung. Was du geschrieben hast, ist noch da; versuch es noch einmal, wenn du online bist.
frame-not-done = Das hat nicht geklappt. Was du geschrieben hast, ist noch da; bitte versuch es gleich noch einmal.
frame-signed-out = Du bist abgemeldet. Bitte melde dich in einem neuen Tab wieder an; was du geschrieben hast, bleibt hier.
frame-sure = Bist du sicher?
frame-viewer = Foto
frame-proof-working = Wir prüfen kurz, dass du ein Mensch bist. Das dauert ein paar Sekunden.
frame-proof-done = Alles gut, du kannst das Formular senden.
frame-proof-failed = Die Prüfung hat nicht geklappt. Du kannst das Formular trotzdem senden.
frame-friends-waiting =
    { $count ->
        [0] Freunde
        [one] Freunde, { $count } Anfrage wartet
       *[other] Freunde, { $count } Anfragen warten
    }
frame-approvals-waiting =
    { $count ->
        [0] Beitrittsanfragen
        [one] Beitrittsanfragen, { $count } wartet
       *[other] Beitrittsanfragen, { $count } warten
    }
