### Événements : listes et calendriers, page d’un événement, ce qu’on en dit.

frame-events = Événements
events-title = Événements
events-upcoming = À venir
events-calendar = Calendrier
events-mine = Les miens
events-past = Passés
events-invitations =
    { $count ->
        [0] Invitations
        [one] Invitations ({ $count })
        [many] Invitations ({ $count })
       *[other] Invitations ({ $count })
    }
events-new = Nouvel événement
events-empty-upcoming = Rien de prévu pour l’instant
events-empty-upcoming-text = Les événements que vous pouvez voir apparaîtront ici dès que quelqu’un en créera un.
events-empty-mine = Vous n’avez pas encore d’événement
events-empty-mine-text = Vous trouverez ici ce que vous organisez et ce à quoi vous participez.
events-empty-invited = Aucune invitation en attente
events-empty-invited-text = Quand on vous invite, vous pouvez répondre ici.
events-empty-past = Rien de passé pour l’instant
events-empty-past-text = Vous retrouverez ici les événements terminés.
events-there = { $when }, heure locale ({ $zone })

# The calendar.
events-view-month = Mois
events-view-week = Semaine
events-view-list = Liste
events-today = Aujourd’hui
events-earlier = Plus tôt
events-later = Plus tard
events-show-all = Afficher tous les événements
events-show-mine = N’afficher que les miens
events-birthday = Anniversaire : { $name }

# For whom it is, and how it stands.
events-audience-public = Tout le monde, même à l’extérieur
events-audience-community = Tout le monde ici
events-audience-friends = Amis
events-audience-invited = Seulement les personnes invitées
events-state-draft = Brouillon
events-state-scheduled = En attente de publication
events-state-cancelled = Annulé
events-state-draft-text = Ceci est un brouillon. Seules les personnes qui organisent le voient.
events-state-scheduled-text = Sera publié le { $when }.
events-state-cancelled-text = Cet événement est annulé.
events-state-time-cancelled-text = Cette date est annulée. Les autres sont maintenues.
events-state-past-text = Cet événement est terminé.
events-state-changed-text = Date ou lieu modifiés : { $when }

# The page of one event.
events-map = Voir sur une carte
events-online-open = Participer en ligne
events-online-secret = Seules les personnes qui viennent voient ce lien.
events-host = Organisé par
events-co-host = Aide à organiser
events-tickets = Obtenir des billets
events-download = Fichier de calendrier
events-guests = Participants
events-invite = Inviter des amis
events-register = Venir sans compte
events-price = Prix
events-category = Type d’événement
events-tags = Mots-clés
events-languages = Langues parlées
events-accessibility = Accessibilité
events-answer-until = Répondre avant le
events-answer = Venez-vous ?
events-answer-now = Votre réponse
events-answer-all = Votre réponse vaut pour toutes les dates.
events-answer-unconfirmed = Pas encore confirmé
events-answer-invited = Sur invitation
events-answer-going = Présence confirmée
events-answer-maybe = Peut-être
events-answer-interested = Ça m’intéresse
events-answer-declined = Ne vient pas
events-answer-waitlisted = Sur liste d’attente
events-answer-pending = En attente d’accord
events-answer-removed = Retrait de la liste
events-choose-going = Je viens
events-choose-declined = Je ne viens pas
events-companions-mine = Combien de personnes amenez-vous ?
events-withdraw = Retirer ma réponse
events-places-left =
    { $count ->
        [one] Il reste { $count } place
        [many] Il reste { $count } de places
       *[other] Il reste { $count } places
    }
events-places-none = Complet
events-places-waiting = Complet, mais il y a une liste d’attente
events-count-going =
    { $count ->
        [one] { $count } personne vient
        [many] { $count } de personnes viennent
       *[other] { $count } personnes viennent
    }
events-count-maybe =
    { $count ->
        [one] { $count } peut-être
        [many] { $count } peut-être
       *[other] { $count } peut-être
    }
events-count-interested =
    { $count ->
        [one] { $count } personne intéressée
        [many] { $count } de personnes intéressées
       *[other] { $count } personnes intéressées
    }
events-count-waiting =
    { $count ->
        [one] { $count } en attente
        [many] { $count } en attente
       *[other] { $count } en attente
    }
events-slots = Qui apporte quoi
events-slot-count = { $taken } sur { $needed }
events-slot-take = Je m’en charge
events-slot-free = Finalement pas moi
events-slot-taken = Il y a déjà assez de monde pour cela.
events-next-times = Autres dates
events-talk = Discussion
events-talk-empty = Personne n’a encore rien dit.
events-talk-write = Dire quelque chose
events-hosting = Vous organisez cet événement
events-hosts = Qui organise
events-add-host = Laisser un ami aider à organiser
events-hand-over = Transmettre
events-cancel = Annuler l’événement
events-cancel-text = Toutes les personnes invitées ou inscrites seront averties. C’est définitif.
events-delete = Supprimer l’événement
events-delete-text = L’événement disparaîtra avec toutes les réponses et la discussion.

# The form.
events-create = Créer l’événement
events-edit = Modifier l’événement
events-edit-one-hint = Le titre, l’heure et le lieu ne changent que pour cette date. Le reste vaut pour toutes.
events-scope-hint = Cet événement se répète. Que voulez-vous modifier ?
events-scope-this = Seulement cette date
events-scope-following = Cette date et les suivantes
events-scope-all = Toutes les dates
events-field-title = Titre
events-field-starts = Début
events-field-ends = Fin (facultatif)
events-field-all-day = Toute la journée
events-field-place = Lieu
events-field-address = Adresse
events-field-map = Lien vers une carte
events-field-online = Lien pour participer en ligne
events-field-online-hint = Seules les personnes qui viennent le verront.
events-field-text = De quoi il s’agit
events-field-audience = Qui peut le voir ?
events-section-repeat = Répéter
events-field-repeat = Comment se répète-t-il ?
events-repeat-none = Pas du tout
events-repeat-daily = Par jours
events-repeat-weekly = Par semaines
events-repeat-monthly = Par mois, à la même date
events-repeat-monthly-nth = Par mois, le même jour de semaine (par exemple le deuxième vendredi)
events-repeat-monthly-last = Par mois, le dernier de ce jour de semaine
events-repeat-yearly = Par années
events-repeat-keep = Comme maintenant
events-field-every = Tous les combien ?
events-field-every-hint = 1 : à chaque fois ; 2 : une fois sur deux.
events-field-days = Quels jours de la semaine ? (seulement par semaines)
events-field-until = Jusqu’au
events-field-count = Nombre de fois
events-section-guests = Participants et places
events-field-shows-guests = Qui voit l’événement voit qui vient
events-field-guests-invite = Les participants peuvent inviter leurs amis
events-field-discussion = Les participants peuvent discuter sur la page
events-field-approval = J’accepte d’abord chaque participant
events-field-strangers = Les personnes sans compte peuvent venir (seulement si tout le monde le voit)
events-field-capacity = Nombre de places
events-field-capacity-hint = Laissez vide s’il y a de la place pour tout le monde.
events-field-waiting = Tenir une liste d’attente quand c’est complet
events-field-companions = Combien de personnes chacun peut-il amener ?
events-field-answer-until = Réponses jusqu’au
events-field-questions = Questions aux participants
events-field-questions-hint = Une par ligne, cinq au plus. Par exemple : que ne mangez-vous pas ?
events-field-consent = Ce que les participants doivent accepter
events-field-consent-hint = Par exemple : des photos seront prises.
events-field-slots = Qui apporte quoi
events-field-slots-hint = Un par ligne, avec le nombre. Par exemple : Gâteau : 3
events-section-more = Plus de détails
events-field-accessibility-hint = Par exemple : sans marches, boucle auditive, salle calme.
events-field-tickets = Lien vers la billetterie
events-field-cover = Image
events-field-cover-alt = Ce que montre l’image, pour qui ne la voit pas
events-field-drop-cover = Retirer cette image
events-field-publish = Quand est-il affiché ?
events-publish-now = Publier maintenant
events-publish-later = Garder en brouillon
events-publish-at = Publier à une date
events-field-publish-at = Publier le

# Guests, invitations and the door.
events-brings =
    { $count ->
        [one] amène { $count } personne
        [many] amène { $count } de personnes
       *[other] amène { $count } personnes
    }
events-guests-empty = Personne pour l’instant
events-guests-empty-text = Les personnes invitées et les réponses apparaîtront ici.
events-welcome = Accepter
events-invite-send = Inviter
events-invite-empty = Plus personne à inviter
events-invite-empty-text = Vous pouvez inviter vos amis. Ils sont déjà au courant, ou vous n’en avez pas encore ici.
events-invite-nobody = Choisissez au moins une personne.
events-invite-friends-only = Vous ne pouvez choisir que des amis.
events-too-many-invited =
    { $max ->
        [one] Vous pouvez inviter { $max } personne par jour. Continuez demain.
        [many] Vous pouvez inviter { $max } de personnes par jour. Continuez demain.
       *[other] Vous pouvez inviter { $max } personnes par jour. Continuez demain.
    }
events-too-many-hosts = Il y a déjà assez de monde pour organiser.
events-door = Accueil
events-check-in = Est là
events-here = Sur place
events-here-count = { $here } sur { $all } sont là
events-door-code = Votre code pour l’accueil
events-door-code-enter = Code d’un participant
events-wrong-door-code = Personne sur la liste n’a ce code.

# Guests without an account.
events-register-text = Nous vous envoyons un code par courriel. Vous serez sur la liste dès que vous l’aurez saisi. Seules les personnes qui organisent voient votre nom et votre adresse, effacés avec l’événement.
events-register-send = M’envoyer le code
events-guest = Votre place
events-guest-text = Saisissez le code du courriel que nous vous avons envoyé.
events-guest-code = Code
events-guest-confirm = Confirmer
events-guest-leave = Finalement, je ne viens pas
events-wrong-code = Ce code ne convient pas. Regardez le dernier courriel.
events-mail-confirm-subject = Votre code pour { $event }
events-mail-confirm = Vous souhaitez venir à { $event }. Votre code est { $code }. Si ce n’était pas vous, ne faites rien : sans le code, il ne se passe rien.
events-mail-promoted-subject = Vous avez une place : { $event }
events-mail-promoted = Une place est à vous pour { $event }. Votre code est maintenant { $code }.
events-mail-changed-subject = Date ou lieu modifiés : { $event }
events-mail-changed = La date ou le lieu d’un événement auquel vous venez a changé. C’est maintenant { $event }. Votre code est maintenant { $code }.
events-mail-cancelled-subject = Annulé : { $event }
events-mail-cancelled = Un événement auquel vous veniez est annulé, en tout ou en partie : { $event }. Sa page en dit plus. Votre code est maintenant { $code }.
events-mail-see = Ouvrir votre place
events-mail-why = Vous recevez ceci parce que cette adresse a été donnée pour un événement de { $site }.

# Calendar files.
events-files = Fichiers de calendrier
events-subscribe = Vos événements dans un autre calendrier
events-subscribe-text = Donnez cette adresse au calendrier de votre téléphone ou ordinateur. Il affichera ce que vous organisez et ce à quoi vous allez, et restera à jour.
events-subscribe-address = Adresse privée
events-subscribe-reset-text = Qui connaît cette adresse voit vos événements. Créez-en une nouvelle si quelqu’un ne doit plus les voir.
events-subscribe-reset = Créer une nouvelle adresse
events-import = Importer des événements d’un autre calendrier
events-import-text = Choisissez un fichier de calendrier ; son nom se termine par .ics. Vous organisez tout ce qu’il contient. Ce qui est déjà importé reste tel quel.
events-import-file = Fichier de calendrier
events-import-drafts = Tout garder en brouillon
events-import-send = Importer
events-import-done = Nouveaux événements : { $made }. Déjà connus : { $known }.
events-import-refused = Ceux-ci n’ont pas pu être importés :
events-import-no-calendar = Ce n’est pas un fichier de calendrier.
events-import-no-events = Ce fichier ne contient aucun événement.
events-import-too-large = Ce fichier est trop gros : { $max } événements et 2 Mo au plus.
events-import-no-time = La date manque.
events-import-repeats = Il se répète d’une façon qui n’est pas possible ici.
events-import-invalid = Quelque chose n’y convient pas.

# What cannot be, and why.
events-bad-link = Donnez une adresse complète qui commence par https://.
events-bad-time = Donnez un jour et une heure.
events-ends-early = La fin précède le début.
events-too-long = Un événement dure deux mois au plus. Faites-le plutôt se répéter.
events-until-early = Ce jour précède le début.
events-count-or-until = Donnez un dernier jour ou un nombre, pas les deux.
events-publish-past = Ce moment est passé. Choisissez-en un autre.
events-capacity-range = Choisissez entre 1 et { $max } places.
events-companions-range = Choisissez un nombre de 0 à { $max }.
events-too-many-questions = Posez { $max } questions au plus.
events-too-many-slots = Écrivez { $max } lignes au plus.
events-bad-slots = Chaque ligne a besoin d’un nom à elle et d’un nombre de 1 à 1000, comme Gâteau : 3
events-consent-missing = Acceptez d’abord, ou choisissez une autre réponse.
events-answers-closed = Les réponses sont closes.
events-full =
    { $left ->
        [one] Il ne reste que { $left } place.
        [many] Il n’y a pas assez de places ; il en reste { $left }.
       *[other] Il n’y a pas assez de places ; il en reste { $left }.
    }
events-cancelled-already = Cet événement est déjà annulé.
events-cancel-first = Des gens comptent sur cet événement. Annulez-le d’abord.
events-newcomer-audience = Vous n’êtes pas ici depuis assez longtemps pour vous adresser à tant de monde. Choisissez moins large pour l’instant.

# What just happened.
flash-event-made = L’événement est publié.
flash-event-kept = L’événement est enregistré. Personne d’autre ne le voit encore.
flash-event-saved = L’événement est modifié.
flash-event-cancelled = C’est annulé. Les participants sont avertis.
flash-event-deleted = L’événement est supprimé.
flash-event-answered = Votre réponse est enregistrée.
flash-event-waiting = C’est complet. Vous êtes sur la liste d’attente ; on vous préviendra.
flash-event-pending = Les personnes qui organisent doivent accepter. On vous préviendra.
flash-event-withdrawn = Votre réponse est retirée.
flash-event-guests = La liste est modifiée.
flash-event-invited = Les invitations sont envoyées.
flash-event-hosts = L’organisation est modifiée.
flash-event-code-sent = Nous vous avons envoyé un code par courriel.
flash-event-left = Vous n’êtes plus sur la liste.
flash-event-address = L’adresse est prête. Une ancienne n’ouvre plus rien.

# Notices.
push-event-invite = { $name } vous invite à un événement
push-event-response = { $name } a répondu à votre invitation
push-event-changed = La date ou le lieu d’un événement a changé
push-event-cancelled = Un événement est annulé
push-event-reminder = Un événement approche
push-event-promoted = Vous avez une place à un événement
push-event-discussion = { $name } a écrit au sujet d’un événement
notices-event-responses = Réponses à votre événement : { $name }
notices-event-discussions = À propos d’un événement auquel vous allez : { $name }
notices-group-events = Événements
notices-kind-event-invite = Une invitation à un événement
notices-kind-event-response = Une réponse à votre événement
notices-kind-event-changed = La date ou le lieu change
notices-kind-event-cancelled = Un événement est annulé
notices-kind-event-reminder = Un rappel, un jour et une heure avant
notices-kind-event-promoted = Vous obtenez une place
notices-kind-event-discussion = On parle d’un événement auquel vous allez

# Le même événement dans d’autres langues.
events-language-twice = Un autre texte de cet événement est déjà dans cette langue.
events-languages-too-many = Un événement peut avoir au plus { $limit } langues.
