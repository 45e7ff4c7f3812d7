### Conversations : ce qui ne peut pas être envoyé, et pourquoi.

messages-text-missing = Écrivez d’abord quelque chose.
messages-text-too-long = C’est trop long de { $over } caractères. Un message peut en compter jusqu’à { $limit }.
messages-too-many-photos =
    { $limit ->
        [one] Un message peut contenir { $limit } photo.
       *[other] Un message peut contenir jusqu’à { $limit } photos.
    }
messages-closed = Vous ne pouvez pas écrire à cette personne.
messages-nobody-there = Il n’y a plus personne ici pour le lire.
messages-accept-first = Acceptez d’abord l’invitation, vous pourrez ensuite écrire ici.
messages-wait-for-answer =
    { $limit ->
        [one] Vous pouvez envoyer { $limit } message en attendant une réponse.
       *[other] Vous pouvez envoyer { $limit } messages en attendant une réponse.
    }
messages-too-many-strangers =
    { $limit ->
        [one] Vous pouvez écrire à { $limit } nouvelle personne par jour. Reprenez demain.
       *[other] Vous pouvez écrire à { $limit } nouvelles personnes par jour. Reprenez demain.
    }
messages-too-late-to-edit = Un message peut être modifié pendant un jour après son envoi.
messages-too-late-to-delete = Un message peut être supprimé pour tout le monde pendant un jour après son envoi. Vous pouvez toujours le retirer pour vous.
messages-group-needs-people = Choisissez quelqu’un avec qui discuter.
messages-too-many-people =
    { $limit ->
        [one] Une discussion de groupe peut réunir { $limit } personne.
       *[other] Une discussion de groupe peut réunir jusqu’à { $limit } personnes.
    }
messages-cannot-be-added = L’une des personnes choisies ne peut pas être ajoutée à cette discussion.
messages-only-groups = On ne quitte pas une discussion à deux. Vous pouvez l’archiver ou la mettre en sourdine.
