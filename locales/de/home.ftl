### Die Startseite: Reiter, die Regel der Beiträge, die Linie des letzten Besuchs, was daneben steht.

home-title = Start
home-compose = Beitrag schreiben
home-compose-photos = Fotos
home-tabs = Welche Beiträge
home-tab-everything = Alles
home-tab-friends = Freunde
home-rule = Das Neueste zuerst: Beiträge von Menschen, denen du folgst, und was auf ihren Profilen steht.
home-rule-with-everyone = Das Neueste zuerst: Beiträge von Menschen, denen du folgst, und solange das wenige sind auch, was andere hier für alle schreiben.
home-rule-with-tags = Das Neueste zuerst: Beiträge von Menschen, denen du folgst, was auf ihren Profilen steht, und was andere hier für alle mit einem Schlagwort schreiben, dem du folgst.
home-rule-friends = Das Neueste zuerst: Beiträge deiner Freunde und was auf ihren Profilen steht.
home-first = Ganz oben, weil du diese Menschen zuerst sehen möchtest
home-caught-up = Du bist auf dem neuesten Stand
home-caught-up-text = Was jetzt folgt, war schon bei deinem letzten Besuch da.
home-new-posts =
    { $count ->
        [one] { $count } neuer Beitrag
       *[other] { $count } neue Beiträge
    }
home-end-title = Das war alles
home-end-text = Du bist am Anfang angekommen.
home-back-up = Zu den neuesten Beiträgen
home-empty-title = Noch ist es still hier
home-empty-text = Sag Hallo, füge ein Foto hinzu, damit man dich erkennt, und finde die Menschen, die du kennst. Ihre Beiträge sammeln sich dann hier.
home-add-photo = Foto hinzufügen
home-say-hello = Hallo sagen
home-hello = Hallo, ich bin { $name }.
home-empty-friends-title = Noch keine Beiträge von Freunden
home-empty-friends-text = Sobald du hier Freunde hast, liest du sie auf dieser Seite, das Neueste zuerst.
home-find-people = Menschen finden
home-requests = Freundschaftsanfragen
home-suggestions = Vielleicht kennst du
home-see-all = Alle ansehen
home-add-friend = { $name } als Freund hinzufügen
home-in-common =
    { $count ->
        [one] { $count } gemeinsamer Freund
       *[other] { $count } gemeinsame Freunde
    }
