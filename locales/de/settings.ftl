### Einstellungen: Übersicht, Sitzungen, Sprache und Aussehen, Weggehen.

settings-title = Einstellungen
settings-not-active = Dein Konto ist gerade nicht aktiv, deshalb lässt sich nur das hier einstellen.
settings-account = Konto
settings-account-text = Name, Kurzname, Mailadresse, Passwort
settings-privacy = Privatsphäre
settings-privacy-text = Wer was sieht und wer dir näherkommen darf
settings-filters = Wörter weglassen
settings-filters-text = Wörter, die du lieber nicht lesen möchtest
settings-language = Sprache und Aussehen
settings-language-text = Sprache, Farben, Zeitzone
settings-sessions = Wo du angemeldet bist
settings-sessions-text = Deine Geräte und wie du sie abmeldest
settings-leave = Weggehen
settings-leave-text = Eine Pause machen oder das Konto löschen
settings-time-zone = Zeitzone
settings-sessions-explained = Jeder Browser, in dem du angemeldet bist. Kennst du einen davon nicht, dann beende ihn und ändere dein Passwort.
settings-session-unknown = Browser ohne Namen
settings-session-this = Dieser hier
settings-session-facts = Seit { $began }, zuletzt benutzt: { $seen }
settings-session-rename = Umbenennen
settings-session-name = Name
settings-session-end = Dort abmelden
settings-sessions-end-others = Überall sonst abmelden
settings-rest-title = Eine Pause machen
settings-rest-text = Niemand sieht dich oder was du geschrieben hast, bis du dich wieder anmeldest. Alles bleibt, wie es ist.
settings-rest = Pause machen
settings-delete-title = Konto löschen
settings-delete-text =
    { $days ->
        [one] Du bist sofort nicht mehr zu sehen. { $days } Tag lang kannst du es dir anders überlegen: Melde dich einfach an. Danach werden deine Beiträge, Fotos, Kommentare und Freundschaften endgültig gelöscht.
       *[other] Du bist sofort nicht mehr zu sehen. { $days } Tage lang kannst du es dir anders überlegen: Melde dich einfach an. Danach werden deine Beiträge, Fotos, Kommentare und Freundschaften endgültig gelöscht.
    }
settings-delete = Konto löschen
settings-leave-last-owner = Du bist die einzige Person, der diese Gemeinschaft gehört. Gib die Rolle zuerst noch jemand anderem.
flash-saved = Gespeichert.
flash-password-changed = Dein Passwort ist geändert. Überall sonst bist du abgemeldet.
flash-email-confirmed = Danke, deine Adresse ist bestätigt.
flash-email-on-its-way = Wir haben eine Mail an die neue Adresse geschickt. Sie gilt, sobald du sie dort bestätigst.
flash-email-removed = Deine Adresse ist entfernt.
flash-session-ended = Dort abgemeldet.
flash-sessions-ended = Überall sonst abgemeldet.
flash-account-rests = Dein Konto macht Pause. Melde dich an, wann immer du zurückkommen willst.
flash-account-leaves = Dein Konto wird gelöscht. Melde dich an, wenn du es dir anders überlegst.
flash-account-kept = Willkommen zurück. Dein Konto wird nicht gelöscht.
