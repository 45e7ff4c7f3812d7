### Mails. Reiner Text; ein Link, wenn es einen gibt, steht darunter.

mail-greeting = Hallo { $name },
mail-confirm-subject = Bestätige deine Adresse für { $site }
mail-confirm-body =
    { $minutes ->
        [one] jemand, vermutlich du, hat diese Adresse bei { $site } angegeben. Bestätige sie mit dem Link unten. Er gilt { $minutes } Minute. Wenn du es nicht warst, kannst du diese Mail vergessen.
       *[other] jemand, vermutlich du, hat diese Adresse bei { $site } angegeben. Bestätige sie mit dem Link unten. Er gilt { $minutes } Minuten. Wenn du es nicht warst, kannst du diese Mail vergessen.
    }
mail-sign-in-subject = Dein Link zu { $site }
mail-sign-in-body =
    { $minutes ->
        [one] melde dich mit dem Link unten bei { $site } an. Er gilt einmal, { $minutes } Minute lang. Wenn du nicht darum gebeten hast, kannst du diese Mail vergessen.
       *[other] melde dich mit dem Link unten bei { $site } an. Er gilt einmal, { $minutes } Minuten lang. Wenn du nicht darum gebeten hast, kannst du diese Mail vergessen.
    }
mail-reset-subject = Ein neues Passwort für { $site }
mail-reset-body =
    { $minutes ->
        [one] setze mit dem Link unten ein neues Passwort für { $site }. Er gilt einmal, { $minutes } Minute lang. Wenn du nicht darum gebeten hast, kannst du diese Mail vergessen; dein Passwort bleibt, wie es ist.
       *[other] setze mit dem Link unten ein neues Passwort für { $site }. Er gilt einmal, { $minutes } Minuten lang. Wenn du nicht darum gebeten hast, kannst du diese Mail vergessen; dein Passwort bleibt, wie es ist.
    }
mail-password-changed-subject = Dein Passwort für { $site } wurde geändert
mail-password-changed-body = dein Passwort für { $site } wurde gerade geändert, und du bist überall abgemeldet. Wenn du das nicht warst, komm mit dem Link unten zurück und sag den Leuten Bescheid, die sich um diesen Ort kümmern.
mail-email-changed-subject = Deine Mailadresse bei { $site } wurde geändert
mail-email-changed-body = dein Konto bei { $site } hat jetzt eine andere Mailadresse. Wenn du das nicht warst, sag sofort den Leuten Bescheid, die sich um diesen Ort kümmern.
mail-email-removed-subject = Deine Mailadresse bei { $site } wurde entfernt
mail-email-removed-body = dein Konto bei { $site } hat keine Mailadresse mehr. Das ist der letzte Brief an diese hier. Wenn du das nicht warst, sag sofort den Leuten Bescheid, die sich um diesen Ort kümmern.
mail-address-claimed-subject = Jemand hat bei { $site } deine Mailadresse eingegeben
mail-address-claimed-body = jemand hat gerade bei { $site } deine Mailadresse für ein anderes Konto angegeben. Für dich hat sich nichts geändert, und es wurde nicht verraten, dass du hier bist. Wenn du es warst: Du hast schon ein Konto. Falls du das Passwort nicht mehr weißt, kannst du hier ein neues setzen:
mail-suspended-subject = Dein Konto bei { $site } ist gesperrt
mail-suspended-body = dein Konto bei { $site } wurde gesperrt. Der Grund: { $reason }
mail-unsuspended-subject = Willkommen zurück bei { $site }
mail-unsuspended-body = dein Konto bei { $site } ist wieder offen. Du kannst dich anmelden wie zuvor.
mail-leaving-subject = Dein Konto bei { $site } wird gelöscht
mail-leaving-body =
    { $days ->
        [one] du hast uns gebeten, dein Konto bei { $site } zu löschen. In { $days } Tag wird es endgültig gelöscht. Wenn du es behalten willst, melde dich vorher an.
       *[other] du hast uns gebeten, dein Konto bei { $site } zu löschen. In { $days } Tagen wird es endgültig gelöscht. Wenn du es behalten willst, melde dich vorher an.
    }
mail-kept-subject = Dein Konto bei { $site } bleibt
mail-kept-body = du hast dich wieder angemeldet, deshalb wird dein Konto bei { $site } nicht gelöscht. Wenn du doch gehen willst, bitte hier noch einmal darum:
mail-open = { $site } öffnen
mail-why = Du bekommst diesen Brief, weil du Mitglied von { $site } bist und solche Briefe nicht abbestellt hast.
mail-choose = Auswählen, was du bekommst
mail-stop = Solche Briefe abbestellen
mail-test-subject = Ein Brief von { $site }, um zu sehen, ob Mail ankommt
mail-test-body = dieser Brief ist angekommen, Mail funktioniert also. Wo er liegt, sagt noch mehr: War er beim unerwünschten Rest, sieh dir die Einträge auf der Seite unten an.
