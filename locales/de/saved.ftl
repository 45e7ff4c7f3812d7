### Gemerkte Beiträge: Ordner und Erinnerungen.

saved-all = Alle
saved-folders = Ordner
saved-folder-tab = { $name } ({ $count })
saved-folder = Ordner
saved-no-folder = Kein Ordner
saved-move = Verschieben
saved-remind = Erinnere mich
saved-reminded = Erinnerung: { $when }
saved-remind-hint = In deiner Zeitzone, { $zone }. Leer lassen für keine Erinnerung.
saved-remind-too-soon = Wähle eine Zeit, die noch kommt.
saved-reminders-many = Du hast schon { $limit } Erinnerungen. Entferne zuerst eine.
saved-folder-name = Name des Ordners
saved-folder-new = Neuer Ordner
saved-folder-hint = Zum Beispiel Rezepte oder zum Lesen. Niemand sonst sieht ihn.
saved-folder-create = Ordner anlegen
saved-folder-delete = Ordner löschen
saved-folder-delete-text = Die Beiträge darin bleiben gemerkt.
saved-folder-name-missing = Gib dem Ordner einen Namen.
saved-folder-name-taken = Du hast schon einen Ordner mit diesem Namen.
saved-folders-many = Du hast schon { $limit } Ordner. Lösche zuerst einen.
flash-folder-made = Der Ordner ist da.
flash-folder-saved = Der Ordner ist umbenannt.
flash-folder-deleted = Der Ordner ist weg.
flash-saved-moved = Verschoben.
flash-reminder-set = Du wirst erinnert.
flash-reminder-dropped = Es gibt keine Erinnerung mehr.
