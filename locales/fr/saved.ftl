### Publications enregistrées : dossiers et rappels.

saved-all = Tout
saved-folders = Dossiers
saved-folder-tab = { $name } ({ $count })
saved-folder = Dossier
saved-no-folder = Aucun dossier
saved-move = Déplacer
saved-remind = Me le rappeler
saved-reminded = Rappel : { $when }
saved-remind-hint = Dans votre fuseau horaire, { $zone }. Laissez vide pour ne pas avoir de rappel.
saved-remind-too-soon = Choisissez un moment à venir.
saved-reminders-many = Vous avez déjà { $limit } rappels. Retirez-en d’abord un.
saved-folder-name = Nom du dossier
saved-folder-new = Nouveau dossier
saved-folder-hint = Par exemple recettes, ou à lire. Personne d’autre ne le voit.
saved-folder-create = Créer le dossier
saved-folder-delete = Supprimer le dossier
saved-folder-delete-text = Les publications qu’il contient restent enregistrées.
saved-folder-name-missing = Donnez un nom au dossier.
saved-folder-name-taken = Vous avez déjà un dossier de ce nom.
saved-folders-many = Vous avez déjà { $limit } dossiers. Supprimez-en d’abord un.
flash-folder-made = Le dossier est là.
flash-folder-saved = Le dossier est renommé.
flash-folder-deleted = Le dossier est supprimé.
flash-saved-moved = Déplacée.
flash-reminder-set = On vous le rappellera.
flash-reminder-dropped = Il n’y a plus de rappel.
