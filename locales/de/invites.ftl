### Einladungslinks und Zettel.

invite-title = Einladungen
invite-text = Wer deinen Link oder Zettel hat, kann mitmachen. Du kannst ihn jederzeit zurückziehen.
invite-fresh = Dein neuer Link
invite-link = Einladungslink
invite-copied = Link kopiert
invite-slips = Zettel zum Drucken
invite-new = Neue Einladung
invite-uses = Wie viele Personen
invite-uses-hint = Leer für beliebig viele.
invite-uses-hint-member = Am besten ein Link für jede Person.
invite-days = Wie viele Tage gültig
invite-days-hint = Leer für unbegrenzt.
invite-days-hint-member = Bis zu 30 Tage.
invite-note = Notiz für dich
invite-note-hint = Freiwillig, zum Beispiel für wen sie ist. Die eingeladene Person sieht sie nicht.
invite-make = Einladung erstellen
invite-mine = Deine Einladungen
invite-others = Gültige Einladungen anderer
invite-code = Code
invite-used = Benutzt
invite-used-of = { $uses } von { $most }
invite-until = Gültig bis
invite-for-ever = unbegrenzt
invite-revoke = Zurückziehen
invite-revoke-title = Diese Einladung zurückziehen?
invite-revoke-text = Niemand kann mehr mit ihr mitmachen. Wer schon da ist, bleibt.
flash-invite-revoked = Die Einladung ist zurückgezogen.
invite-unknown = Diese Einladung gibt es nicht. Prüf den Code oder bitte um eine neue.
invite-revoked = Diese Einladung wurde zurückgezogen. Bitte um eine neue.
invite-expired = Diese Einladung ist abgelaufen. Bitte um eine neue.
invite-used-up = Diese Einladung ist aufgebraucht. Bitte um eine neue.
invite-state-revoked = Zurückgezogen
invite-state-expired = Abgelaufen
invite-state-used-up = Aufgebraucht
invite-uses-range = Bitte gib eine Zahl zwischen 1 und { $most } ein.
invite-days-range = Bitte gib eine Zahl zwischen 1 und { $most } ein.
invite-room =
    { $count ->
        [one] Du kannst diesen Monat noch { $count } Person einladen.
       *[other] Du kannst diesen Monat noch { $count } Personen einladen.
    }
invite-no-room = Deine Einladungen für diesen Monat sind verbraucht. Zieh eine unbenutzte zurück oder warte ein wenig.
invite-not-yet = Du kannst noch niemanden einladen. Wer schon eine Weile mitmacht, darf es, wenn die Gemeinschaft es erlaubt; die Betreiber dürfen es immer.
invite-closed = Zurzeit kann niemand mitmachen, also gibt es auch keine Einladungen.
invite-no-admin = Es gibt noch keine Administratorin und keinen Administrator, in deren Namen eingeladen werden könnte.
invite-slips-title = Zettel zum Verteilen
invite-slips-text = Druck diese Seite und schneide die Zettel auseinander.
invite-slips-count = Wie viele Zettel
invite-qr = QR-Code des Links darunter
invite-slip-text = Richte die Kamera deines Telefons hierher und mach mit.
invite-slip-until = Gültig bis { $date }
