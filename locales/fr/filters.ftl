### Filtres de mots : ce que l’on préfère ne pas lire.

filters-title = Mots que vous préférez ne pas lire
filters-text = Les publications des autres qui contiennent ces mots sont couvertes ou écartées. Personne n’en sait rien.
filters-yours = Vos mots
filters-phrase = Mots
filters-phrase-hint = Par exemple le nom d’une série dont vous ne voulez pas encore connaître la fin
filters-phrase-missing = Saisissez les mots.
filters-too-many = Vous avez déjà { $limit } filtres. Retirez-en d’abord un.
filters-whole-word-label = Seulement les mots entiers, pas les parties de mots plus longs
filters-action = Ce que deviennent ces publications
filters-cover = Les couvrir
filters-cover-text = Elles restent à leur place, sous une ligne qui nomme les mots.
filters-hide = Les écarter
filters-hide-text = Elles n’apparaissent ni à l’accueil ni dans les listes.
filters-lasting = Pour combien de temps
filters-for-good = Jusqu’à ce que je le retire
filters-for-days =
    { $days ->
        [one] Pendant { $days } jour
       *[other] Pendant { $days } jours
    }
filters-add = Ajouter
filters-remove = Retirer « { $phrase } »
filters-covers = couvertes
filters-hides = écartées
filters-whole-word = mots entiers
filters-until = jusqu’au { $date }
filters-empty-title = Pas encore de mots
filters-empty-text = Ajoutez-en ci-dessus quand vous voulez souffler d’un sujet.
flash-filter-added = Les mots sont ajoutés.
flash-filter-removed = Les mots sont retirés.
filters-full = Tous vos filtres ensemble peuvent contenir { $limit } entrées.
filters-context-missing = Indiquez où le filtre s’applique : home, notifications, public, thread ou account.
