### Was schiefging und was hilft. Zuerst die Sätze, dann die eigenen Seiten.

error-not-found = Das gibt es hier nicht, oder es ist nicht mit dir geteilt.
error-sign-in-needed = Melde dich bitte zuerst an.
error-forbidden = Das kannst du hier nicht tun.
error-invalid = Im Formular stimmt noch etwas nicht. Die Hinweise bei den Feldern sagen, was.
error-rate-limited =
    { $seconds ->
        [one] Das war viel in kurzer Zeit. Versuch es in { $seconds } Sekunde noch einmal.
       *[other] Das war viel in kurzer Zeit. Versuch es in { $seconds } Sekunden noch einmal.
    }
error-internal = Bei uns ist etwas kaputtgegangen. Vielleicht wurde nichts gespeichert; versuch es bitte noch einmal.
error-too-large = Das ist größer, als hier gesendet werden kann. Versuch es mit etwas Kleinerem.
error-overloaded = Gerade sind sehr viele Menschen hier. Versuch es bitte gleich noch einmal.
error-conflict = Das hat sich geändert, während du es offen hattest. Lade die Seite neu und schau noch einmal.
error-config = Die Einstellungen lassen sich nicht verwenden: { $problem }
error-form-expired = Dieses Formular war zu lange offen, oder du hast dich seitdem neu angemeldet. Lade die Seite neu und schick es noch einmal ab.
error-account-not-active = Dein Konto ist im Moment nicht aktiv. Auf seiner Seite steht, warum und was du tun kannst.
error-required = Bitte füll das aus.
error-too-long =
    { $max ->
        [one] Das ist zu lang. Höchstens { $max } Zeichen passt hinein.
       *[other] Das ist zu lang. Höchstens { $max } Zeichen passen hinein.
    }
error-bad-email = Das sieht nicht wie eine Mailadresse aus. So sieht eine aus: name@example.org.
error-bad-choice = Bitte wähl eine der angebotenen Antworten.
error-bad-number = Bitte gib eine ganze Zahl ein.
error-bad-date = Diesen Tag gibt es nicht. Bitte prüf das Datum.
error-unknown-field = Das Formular hat etwas Unerwartetes geschickt. Lade die Seite neu und versuch es noch einmal.
error-reference = Wenn du um Hilfe bittest, nenn diese Nummer: { $reference }
error-page-401-title = Bitte melde dich an
error-page-401-text = Diese Seite ist für Mitglieder. Melde dich an, dann kommst du gleich hierher zurück.
error-page-403-title = Das steht dir nicht offen
error-page-404-title = Hier ist nichts
error-page-404-text = Vielleicht wurde die Seite entfernt, die Adresse ist vertippt, oder sie ist nicht mit dir geteilt. Prüf die Adresse oder such nach dem, was du finden wolltest.
error-page-404-visitor = Wenn du hier ein Konto hast, melde dich an: Manche Seiten sind nur für Mitglieder.
error-page-409-title = Das hat sich geändert
error-page-413-title = Das ist zu groß
error-page-422-title = Da stimmt noch etwas nicht
error-page-429-title = Einen Moment bitte
error-page-500-title = Bei uns ist etwas kaputtgegangen
error-page-500-text = Du kannst nichts dafür, und die Ursache ist notiert. Versuch es noch einmal; wenn es bleibt, sag den Leuten Bescheid, die diese Gemeinschaft betreiben.
error-page-503-title = Gleich wieder da
error-page-503-text = Diese Seite ist gerade sehr voll oder wird gepflegt. Versuch es bitte in Kürze noch einmal.
