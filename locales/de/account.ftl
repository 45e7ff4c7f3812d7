### Name, Kurzname, Mailadresse und Passwort: Beschriftungen, Hinweise und was an der Eingabe nicht passt.

account-name-label = Name
account-name-hint = So, wie man dich kennt. Jede Schrift ist willkommen.
account-name-missing = Bitte gib einen Namen ein.
account-name-length = Dieser Name ist zu lang. Bis zu { $most } Zeichen passen.
account-name-character = „{ $character }“ kann nicht in einem Namen stehen.
account-name-shape = Ein Name braucht mindestens einen Buchstaben.
account-name-mixed-scripts = Hier mischen sich ähnliche Buchstaben verschiedener Schriften. Bitte nimm eine Schrift je Wort.
account-name-look-alike = Das könnte man für den Namen dieses Ortes oder von jemandem halten, der sich um ihn kümmert. Bitte wähle einen anderen.
account-handle-label = Kurzname
account-handle-hint = Deine Adresse hier, für Erwähnungen und Links. Du kannst ihn alle 14 Tage ändern, alte Links bleiben gültig.
account-handle-length = Ein Kurzname hat { $least } bis { $most } Zeichen.
account-handle-character = „{ $character }“ geht hier nicht. Buchstaben, Ziffern und dazwischen _ . - sind in Ordnung.
account-handle-shape = Ein Kurzname hat mindestens einen Buchstaben. Punkte und Striche stehen einzeln zwischen Buchstaben oder Ziffern.
account-handle-reserved = Dieser Name ist für die Seite selbst reserviert. Bitte wähle einen anderen; dein eigener Name passt gut.
account-handle-look-alike = Das sieht einem vergebenen Namen zu ähnlich. Bitte wähle einen anderen; eine Zahl oder ein zweiter Name dahinter genügt.
account-handle-taken = Diesen Namen hat hier schon jemand. Bitte wähle einen anderen; eine Zahl oder ein zweiter Name dahinter genügt.
account-handle-too-soon =
    { $days ->
        [one] Du hast ihn erst vor Kurzem geändert. In { $days } Tag geht es wieder.
       *[other] Du hast ihn erst vor Kurzem geändert. In { $days } Tagen geht es wieder.
    }
account-email-label = Mailadresse
account-email-confirmed = Bestätigt
account-email-unconfirmed = Nicht bestätigt
account-email-remove = Meine Adresse entfernen
account-email-remove-text = Ohne Adresse können wir dir keine Links schicken. Wenn du dein Passwort vergisst, kommst du nur noch mit einem Code hinein, den dir ein Admin gibt.
account-email-form = Diese Adresse sieht unvollständig aus. Eine sieht so aus: name@example.org.
account-email-length = Diese Adresse ist zu lang.
account-email-taken = Diese Adresse gehört hier schon zu einem Konto.
account-password = Passwort
account-password-text = Mit einem neuen Passwort wirst du überall sonst abgemeldet.
account-password-rule = Mindestens 10 Zeichen. Ein paar Wörter hintereinander merkt man sich leicht und errät man schwer.
account-password-strength = Stärke
account-password-short = Zu kurz. Es braucht mindestens { $least } Zeichen.
account-password-long = Zu lang. Bis zu { $most } Zeichen passen.
account-password-common = Das benutzen sehr viele, deshalb wird es als Erstes geraten.
account-password-personal = Das ist zu nah an deinem Namen, deiner Adresse oder dem Namen dieses Ortes.
account-password-keyboard = Tastenreihen sind leicht zu erraten.
account-password-repeats = Wiederholungen sind leicht zu erraten.
account-password-sequence = Folgen wie abc oder 6543 sind leicht zu erraten.
account-password-date = Daten sind leicht zu erraten.
account-password-word = Ein einzelnes Wort oder ein Name ist leicht zu erraten. Nimm noch etwas dazu.
account-password-weak = Leicht zu erraten. Nimm noch ein oder zwei Wörter dazu.
account-password-good = Gut.
account-password-strong = Stark.
account-password-wrong = Das ist nicht dein jetziges Passwort.
account-current-password = Jetziges Passwort
account-new-password = Neues Passwort
account-change-password = Passwort ändern
