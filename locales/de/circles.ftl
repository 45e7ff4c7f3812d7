### Circles: lists of friends to aim posts at.

circles-title = Kreise
circles-hint = Kreise sind Listen von Freunden, denen du schreibst: Familie, Chor, Nachbarn. Nur du weißt davon.
circles-empty-title = Noch keine Kreise
circles-empty-text = Leg unten einen an und nimm Freunde hinein. Dann kannst du nur für sie schreiben.
circles-members =
    { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    }
circles-new-name = Name des neuen Kreises
circles-new-hint = Zum Beispiel: Familie
circles-create = Kreis anlegen
circles-name = Name des Kreises
circles-inside = In diesem Kreis
circles-secret = Niemand erfährt, dass er hier steht.
circles-nobody = Noch niemand.
circles-add = Freunde hinzufügen
circles-add-to = Zu { $name } hinzufügen
circles-in = In { $name }
circles-delete = Kreis löschen
circles-delete-text = Beiträge für diesen Kreis siehst dann nur noch du. Die Personen bleiben deine Freunde.
circles-name-empty = Gib dem Kreis einen Namen.
circles-name-long =
    { $limit ->
        [one] Dieser Name ist zu lang. Höchstens { $limit } Zeichen passt.
       *[other] Dieser Name ist zu lang. Höchstens { $limit } Zeichen passen.
    }
circles-name-taken = Du hast schon einen Kreis mit diesem Namen.
circles-too-many =
    { $limit ->
        [one] Mehr als { $limit } Kreis geht nicht. Lösche ihn zuerst.
       *[other] Mehr als { $limit } Kreise gehen nicht. Lösche zuerst einen.
    }
circles-needs-friend = Nur Freunde können in einem Kreis sein.
flash-circle-made = Kreis angelegt. Nimm jetzt Freunde hinein.
flash-circle-deleted = Kreis gelöscht.
flash-circle-saved = Kreis gespeichert.
