### Was Mitglieder bekommen: ihre Wahl, die Seite hinter „abbestellen“ in einem Brief, und wie Mail hinausgeht.

delivery-settings = Mail
delivery-settings-text = Was in dein Postfach kommt, und wie oft
delivery-no-server = Diese Gemeinschaft verschickt keine Mail, also kommt nichts. Was du hier wählst, gilt, sobald sie es tut.
delivery-needs-address = Briefe gehen an eine bestätigte Mailadresse, und du hast noch keine.
delivery-own-failing = Briefe an { $address } kamen zuletzt zurück. Wenn die Adresse stimmt, ist nichts zu tun; sonst wähle eine andere.
delivery-own-stopped = Briefe an { $address } kamen immer wieder zurück. Darum geht nur noch dorthin, was dein Konto betrifft. Gibt es das Postfach, und ist darin Platz?
delivery-again = Noch einmal versuchen
delivery-other-address = Andere Adresse
delivery-digest = Zusammenfassung dessen, was du verpasst hast
delivery-digest-hint = Mitteilungen und Beiträge deiner Freunde, die du noch nicht gesehen hast, morgens um acht. Gibt es nichts Neues, kommt nichts.
delivery-digest-off = Nie
delivery-digest-daily = Jeden Tag
delivery-digest-daily-hint = Nur wenn du am Tag davor nicht hier warst
delivery-digest-weekly = Jede Woche
delivery-only-account = Nur Briefe, die mein Konto betreffen
delivery-only-account-hint = Links zum Anmelden, Änderungen an Passwort oder Adresse, Entscheidungen über dich. Die kommen immer.
delivery-stop-title = Briefe an dich
delivery-stop-what = Was soll nicht mehr kommen?
delivery-stop-digest = Die Zusammenfassung dessen, was ich verpasst habe
delivery-stop-rest = Alles außer Briefen, die mein Konto betreffen
delivery-stop = Abbestellen
delivery-stopped-digest = Du bekommst keine Zusammenfassung mehr.
delivery-stopped-rest = Du bekommst nur noch Briefe, die dein Konto betreffen.
delivery-stop-rest-too = Auch alles andere abbestellen, außer Briefen zu meinem Konto
delivery-resume = Rückgängig: wieder schicken
delivery-stop-more = Feiner wählen kannst du in den Einstellungen:
delivery-title = Mail
delivery-text = Wie Briefe hinausgehen, was aus ihnen wurde, und welche Adressen nicht funktionieren.
delivery-way = Wie Mail hinausgeht
delivery-server = Mailserver
delivery-sender = Absender
delivery-line = Verbindung
delivery-encrypted = Verschlüsselt.
delivery-open = Nicht verschlüsselt; der Server steht auf dieser Maschine.
delivery-signs-in = Mit Benutzer und Passwort.
delivery-no-user = Es ist kein Benutzer gesetzt.
delivery-pace = Tempo
delivery-per-minute =
    { $count ->
        [one] Höchstens { $count } Brief je Minute; Briefe zu Konten warten nie.
       *[other] Höchstens { $count } Briefe je Minute; Briefe zu Konten warten nie.
    }
delivery-test = Schick mir einen Probebrief
delivery-test-hint = Auf der Befehlszeile wird jeder Schritt genannt, und was zu tun ist, wo es endet:
delivery-no-address = Dein Konto hat keine bestätigte Mailadresse. Gib zuerst eine in den Einstellungen an.
delivery-counts = Was aus den Briefen wurde
delivery-waiting =
    { $count ->
        [0] Kein Brief wartet.
        [one] { $count } Brief wartet.
       *[other] { $count } Briefe warten.
    }
delivery-outcome = Briefe
delivery-day = 24 Stunden
delivery-week = 7 Tage
delivery-sent = Verschickt
delivery-refused = Abgelehnt: kein solches Postfach
delivery-failed = Misslungene Versuche
delivery-held = Zurückgehalten: die Adresse funktioniert nicht
delivery-troubles = Adressen, die nicht funktionieren
delivery-troubles-text = Nach mehreren Ablehnungen über Tage geht nur noch dorthin, was das Konto betrifft. Ein Brief, der ankommt, beendet das; ein neuer Versuch auch.
delivery-address = Adresse
delivery-state = Stand
delivery-answer = Was der Mailserver sagte
delivery-state-failing = Abgelehnt
delivery-state-stopped = Wird in Ruhe gelassen
delivery-records = Damit Briefe nicht als unerwünscht gelten
delivery-records-text = Postfächer fragen bei der Domain des Absenders nach, ob ein Brief von dort sein kann. Trage dies ein, wo du die Domain verwaltest. Kith sieht nicht selbst nach; die Befehle unten tun es.
delivery-spf = Sagt, welche Mailserver für die Domain verschicken dürfen. Gibt es den Eintrag schon, ergänze den Server darin; es darf nur einen geben. Vielleicht nennt dein Mailanbieter einen anderen Text.
delivery-dkim = Enthält den Schlüssel, mit dem dein Mailserver Briefe unterschreibt. Der Server oder sein Anbieter macht den Schlüssel und nennt dir Name und Text; „selector“ steht für ein Wort, das sie wählen.
delivery-dmarc = Sagt, was aus Briefen wird, für die beides nicht stimmt, und wohin Berichte darüber gehen. Wer vorsichtig beginnen will, schreibt p=none.
delivery-record-name = Name
delivery-record-value = Text
delivery-record-check = So prüfst du es
flash-delivery-again = Briefe gehen wieder dorthin.
flash-delivery-test = Ein Probebrief ist unterwegs zu dir.
