### Erinnerungen und Geburtstage.

memories-title = Erinnerungen
memories-of-day = Was in früheren Jahren am { $day } war. Nur du siehst diese Seite.
memories-years-ago =
    { $years ->
        [one] Vor { $years } Jahr
       *[other] Vor { $years } Jahren
    }
memories-empty-title = Keine Erinnerungen an diesen Tag
memories-empty-text = Was du in früheren Jahren an diesem Tag geschrieben hast, und Fotos von dir, stünden hier.
memories-off-title = Erinnerungen sind ausgeschaltet
memories-off-text = Dir wird nichts aus früheren Jahren gezeigt.
memories-switch-on = Einschalten
memories-switch-off = Erinnerungen ausschalten
memories-left-out = Was weggelassen wird
memories-left-out-text = Nicht jeder Tag und nicht jeder Mensch muss wiederkommen. Niemand erfährt davon.
memories-hide-day = Diesen Tag weglassen
memories-hide-person = Beiträge weglassen, die mit jemandem zu tun haben (Nutzername)
memories-leave-out = Weglassen
memories-show-again = Wieder zeigen
memories-show-again-what = Wieder zeigen: { $what }
memories-no-day = Diesen Tag gibt es nicht.
memories-nobody = Niemand hier hat diesen Nutzernamen.
memories-enough-people = Du kannst bis zu { $limit } Menschen weglassen.
flash-memories-on = Erinnerungen sind eingeschaltet.
flash-memories-off = Erinnerungen sind ausgeschaltet.
flash-memories-saved = Deine Wahl ist gespeichert.
birthdays-title = Geburtstage
birthdays-turns = { $day }, wird { $age }
birthdays-in-days =
    { $days ->
        [0] Heute
        [1] Morgen
       *[other] In { $days } Tagen
    }
birthdays-empty-title = Keine Geburtstage
birthdays-empty-text = Geburtstage aus deinem Freundeskreis, die du wissen darfst, stehen hier.
birthdays-greet = Gratulieren
