### Sich um die Gemeinschaft kümmern.

admin-title = Verwaltung
admin-menu = Verwaltung
admin-overview = Überblick
admin-members = Mitglieder
admin-stat-members =
    { $count ->
        [one] Mitglied
       *[other] Mitglieder
    }
admin-stat-week = diese Woche da
admin-stat-waiting = möchten mitmachen
admin-stat-messages = Nachrichten offen
admin-one-admin = Nur eine Person kann sich um diesen Ort kümmern. Benenne eine zweite, damit niemand ausgesperrt ist, wenn du dein Passwort verlierst.
admin-health = Stand der Dinge
admin-database = Datenbank
admin-mail = Mail
admin-mail-on = Mails werden verschickt.
admin-mail-filed = Es ist kein Mailserver eingerichtet. Nur dieser Rechner erreicht den Server, deshalb landen Mails zum Ausprobieren im Ordner „mail“.
admin-mail-off = Es ist kein Mailserver eingerichtet, deshalb gehen keine Mails hinaus. Wer das Passwort vergisst, braucht einen Code von dir.
admin-jobs = Arbeit im Hintergrund
admin-jobs-waiting =
    { $count ->
        [one] { $count } Aufgabe wartet
       *[other] { $count } Aufgaben warten
    }
admin-dead = Gescheiterte Aufgaben
admin-dead-text = Sie wurden viele Male versucht. Behebe die Ursache und versuch es noch einmal.
admin-dead-kind = Aufgabe
admin-dead-tries = Versuche
admin-dead-discard = Verwerfen
admin-dead-discard-text = Sie wird vergessen und nie wieder versucht. Mails darin werden nicht verschickt.
admin-dead-error = Was schiefging
flash-admin-job-discarded = Die Aufgabe ist vergessen.
flash-admin-job-retried = Die Aufgabe wird noch einmal versucht.
approval-title = Beitrittsanfragen
approval-waiting =
    { $count ->
        [one] { $count } Person wartet.
       *[other] { $count } Personen warten.
    }
approval-empty-title = Niemand wartet
approval-empty-text = Wenn jemand mitmachen möchte, liest du hier die Antworten.
approval-choose-all = Alle auswählen
approval-choose-one = { $name } auswählen
approval-choose = Bitte wähle mindestens eine Person aus.
approval-person = Person
approval-answers = Antworten
approval-asked = Angefragt
approval-second = Zweiter Versuch
approval-approve = Hereinlassen
approval-reason = Grund der Ablehnung, geht an die Person
approval-reason-needed = Bitte nenne einen Grund. Die Person liest ihn und darf einmal antworten.
approval-no-proof = Ohne Rechenprobe
approval-declined-title = Abgelehnte Anfragen
approval-declined-text =
    { $days ->
        [one] Was abgelehnt wurde, bleibt hier einen Tag stehen. Wer doch hereindarf, erfährt es per Mail, wenn die Adresse bestätigt ist.
       *[other] Was abgelehnt wurde, bleibt hier { $days } Tage stehen. Wer doch hereindarf, erfährt es per Mail, wenn die Adresse bestätigt ist.
    }
approval-declined-empty = In letzter Zeit wurde niemand abgelehnt
approval-declined-reason = Genannter Grund
approval-after-all = Doch hereinlassen
flash-approval-approved = Erledigt: Sie sind drin.
flash-approval-declined = Abgelehnt. Den Grund lesen sie beim Anmelden.
admin-settings-title = Einstellungen der Gemeinschaft
admin-tagline = Eine Zeile darüber
admin-tagline-hint = Steht auf der Begrüßungsseite.
admin-members-invite = Mitglieder dürfen einladen
admin-members-invite-hint = Wer schon eine Weile mitmacht, ein paar Personen im Monat.
admin-questions = Fragen an alle, die mitmachen möchten
admin-questions-hint = Bis zu fünf. Wer mit Einladung kommt, wird nicht gefragt.
admin-question = Frage { $number }
admin-question-required = Antwort nötig
admin-place = Adresse, Zeit und Alter
admin-address-fixed = Außerhalb dieser Seiten vom Betreiber festgelegt.
admin-time-zone = Zeitzone der Gemeinschaft
admin-age = Mindestalter
admin-age-hint = In Jahren; bei 0 wird nicht gefragt.
admin-operator = Wer diesen Ort betreibt
admin-operator-hint = Diese Angaben stehen im Impressum und im Datenschutzhinweis. In vielen Ländern verlangt sie das Gesetz.
admin-operator-name = Person, Verein oder Firma
admin-operator-address = Postanschrift
admin-operator-email = Öffentliche Mailadresse
admin-operator-phone = Telefon
admin-operator-responsible = Verantwortlich für den Inhalt
admin-operator-responsible-hint = Name und Anschrift einer Person, wo das Gesetz es verlangt.
flash-admin-saved = Gespeichert.
admin-pages-title = Seiten
admin-pages-text = Jede Seite hat in jeder Sprache schon einen Text. Ändere, was anders gesagt werden soll.
admin-pages-page = Seite
admin-pages-own = eigener Text
admin-page-title = Seite bearbeiten
admin-page-own = Euer eigener Text
admin-page-shipped = Der Text, der mit dem Programm kam
admin-page-heading = Titel
admin-page-body = Text
admin-page-hint = Markdown: ## für Überschriften, - für Listen, **fett**, [Wörter](Adresse). Wörter in geschweiften Klammern, etwa für den Namen der Gemeinschaft, füllen sich von selbst.
admin-page-preview = Vorschau
admin-page-revert = Zum mitgelieferten Text zurück
admin-page-revert-text = Euer eigener Text dieser Seite in dieser Sprache ist dann weg.
flash-admin-page-saved = Die Seite ist gespeichert.
flash-admin-page-reverted = Der mitgelieferte Text ist wieder da.
admin-inbox-title = Nachrichten
admin-inbox-text = Was über das Kontaktformular geschrieben wurde.
admin-inbox-open = Offen
admin-inbox-handled = Erledigt
admin-inbox-member = Mitglied
admin-inbox-handle = Als erledigt markieren
admin-inbox-reopen = Wieder als offen markieren
admin-inbox-empty = Keine Nachrichten hier
admin-inbox-empty-text = Das Kontaktformular steht allen offen, mit und ohne Konto.
admin-log-title = Protokoll
admin-log-text = Wer im Team was getan hat, das Neueste zuerst.
admin-log-empty = Noch ist nichts geschehen
admin-log-when = Wann
admin-log-who = Wer
admin-log-what = Was
admin-log-program = Das Programm
log-setup = Gemeinschaft eingerichtet
log-settings = Einstellungen geändert
log-page-saved = Seite geändert
log-page-reverted = Mitgelieferten Text einer Seite zurückgeholt
log-invite-revoked = Einladung von jemandem zurückgezogen
log-approved = Jemanden hereingelassen
log-declined = Anfrage abgelehnt
log-message-handled = Nachricht als erledigt markiert
log-message-reopened = Nachricht wieder als offen markiert
log-job-discarded = Gescheiterte Aufgabe verworfen
log-job-retried = Gescheiterte Aufgabe noch einmal versucht
log-role = Rolle von jemandem geändert
log-suspended = Konto gesperrt
log-unsuspended = Sperre aufgehoben
log-recovery-code = Wiederherstellungscode ausgegeben
log-messages-looked = Gemeldete Nachrichten angesehen
log-mail-again = Briefe gehen wieder an eine Adresse
