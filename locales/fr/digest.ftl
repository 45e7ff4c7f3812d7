### Le résumé : une lettre sur ce que l’on a manqué.

digest-subject-daily = Ce que vous avez manqué hier sur { $site }
digest-subject-weekly = Ce que vous avez manqué cette semaine sur { $site }
digest-lead = voici ce qui s’est passé sur { $site } en votre absence.
digest-notices = Pour vous
digest-requests =
    { $count ->
        [one] { $count } demande d’amitié attend votre réponse
        [many] { $count } demandes d’amitié attendent votre réponse
       *[other] { $count } demandes d’amitié attendent votre réponse
    }
digest-with-others =
    { $count ->
        [one] { $title }, et { $count } autre personne
        [many] { $title }, et { $count } autres personnes
       *[other] { $title }, et { $count } autres personnes
    }
digest-more = Il y en a d’autres, parmi vos notifications.
digest-scheduled-refused = Une publication que vous aviez prévue n’a pas pu paraître
digest-posts = De vos amis
digest-post = { $name }, { $when }
digest-photos =
    { $count ->
        [one] { $count } photo
        [many] { $count } photos
       *[other] { $count } photos
    }
