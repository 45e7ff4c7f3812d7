### Publications qui attendent leur heure.

scheduled-too-soon = Une publication programmée demande au moins 5 minutes.
scheduled-too-late = C’est trop lointain. Choisissez un moment plus proche.
scheduled-too-many = { $limit } de vos publications attendent déjà. Retirez-en une d’abord.
scheduled-title = Publications en attente
scheduled-empty-title = Rien n’est en attente
scheduled-empty-text = Ce que vous écrivez pour plus tard se trouve ici jusque-là.
scheduled-due = Paraîtra le { $when }
scheduled-refused = N’a pas pu paraître le { $when }
scheduled-refused-gone = Ce qu’elle partage, ou l’endroit où elle devait se trouver, n’est plus là pour vous.
scheduled-photos =
    { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
scheduled-notice =
    { $count ->
        [one] Une de vos publications n’a pas pu paraître à son heure.
       *[other] { $count } de vos publications n’ont pas pu paraître à leur heure.
    }
scheduled-see = Voir pourquoi
scheduled-retry = Réessayer
scheduled-cancel = Retirer
flash-scheduled-retried = Un nouvel essai aura lieu dans quelques minutes.
flash-scheduled-cancelled = La publication est retirée.
scheduled-later = Publier plus tard
scheduled-when = Jour et heure
scheduled-when-hint = Dans votre fuseau horaire, { $zone }. Laissez vide pour publier maintenant.
scheduled-no-time = Ce n’est pas un jour et une heure.
scheduled-now = Publier maintenant
flash-scheduled = La publication attend son heure.
drafts-title = Brouillons
drafts-tabs = Publications pas encore parues
drafts-empty-title = Aucun brouillon
drafts-empty-text = Ce que vous commencez à écrire et gardez vous attend ici. Personne d’autre ne le voit.
drafts-kept-at = Gardé le { $when }
drafts-go-on = Continuer à écrire
drafts-discard = Jeter
drafts-discard-text = Ce que vous avez écrit ici sera perdu.
drafts-kept = Gardé comme brouillon
drafts-keep = Garder comme brouillon
drafts-too-many = Vous avez déjà { $limit } brouillons. Jetez-en d’abord un.
drafts-and-planned = Brouillons et publications prévues
drafts-and-planned-text = Ce que vous avez commencé à écrire et ce qui attend son heure
flash-draft-kept = Gardé comme brouillon.
flash-draft-discarded = Le brouillon est jeté.
