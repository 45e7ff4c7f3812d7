### Publications qui attendent leur heure.

scheduled-too-soon = Une publication programmée demande au moins 5 minutes.
scheduled-too-late = C’est trop lointain. Choisissez un moment plus proche.
scheduled-too-many = { $limit } de vos publications attendent déjà. Retirez-en une d’abord.
scheduled-title = Publications en attente
scheduled-empty-title = Rien n’est en attente
scheduled-empty-text = Ce que vous écrivez dans une application pour plus tard se trouve ici jusque-là.
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
