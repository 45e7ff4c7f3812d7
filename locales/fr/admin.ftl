### S’occuper de la communauté.

admin-title = Administration
admin-menu = Administration
admin-overview = Aperçu
admin-members = Membres
admin-stat-members =
    { $count ->
        [one] membre
       *[other] membres
    }
admin-stat-week = cette semaine
admin-stat-waiting = demandent à rejoindre
admin-stat-messages = messages à traiter
admin-one-admin = Une seule personne peut s’occuper de ce lieu. Nommez-en une deuxième, pour que personne ne reste dehors si vous perdez votre mot de passe.
admin-health = État des choses
admin-database = Base de données
admin-mail = Mail
admin-mail-on = Les mails sont envoyés.
admin-mail-filed = Aucun serveur de mail n’est configuré. Seule cette machine atteint le serveur ; les mails vont donc dans le dossier « mail », pour les essais.
admin-mail-off = Aucun serveur de mail n’est configuré ; aucun mail ne part. Qui oublie son mot de passe a besoin d’un code de votre part.
admin-jobs = Travail de fond
admin-jobs-waiting =
    { $count ->
        [one] { $count } tâche attend
       *[other] { $count } tâches attendent
    }
admin-dead = Tâches qui ont échoué
admin-dead-text = Elles ont été essayées bien des fois. Réparez la cause, puis réessayez.
admin-dead-kind = Tâche
admin-dead-tries = Essais
admin-dead-discard = Abandonner
admin-dead-discard-text = Elle est oubliée et ne sera plus jamais essayée. Les courriers qu’elle contient ne partent pas.
admin-dead-error = Ce qui n’a pas marché
flash-admin-job-discarded = La tâche est oubliée.
flash-admin-job-retried = La tâche va être réessayée.
approval-title = Demandes pour rejoindre
approval-waiting =
    { $count ->
        [one] { $count } personne attend.
       *[other] { $count } personnes attendent.
    }
approval-empty-title = Personne n’attend
approval-empty-text = Quand quelqu’un demande à rejoindre, vous lisez ses réponses ici.
approval-choose-all = Tout choisir
approval-choose-one = Choisir { $name }
approval-choose = Cochez au moins une personne.
approval-person = Personne
approval-answers = Réponses
approval-asked = Demandé
approval-second = Deuxième essai
approval-approve = Faire entrer
approval-reason = Raison du refus, envoyée à la personne
approval-reason-needed = Donnez une raison. La personne la lit et peut répondre une fois.
approval-no-proof = Sans preuve de travail
approval-declined-title = Demandes refusées
approval-declined-text =
    { $days ->
        [one] Ce qui a été refusé reste ici { $days } jour. Qui entre finalement l’apprend par courrier, si son adresse est confirmée.
       *[other] Ce qui a été refusé reste ici { $days } jours. Qui entre finalement l’apprend par courrier, si son adresse est confirmée.
    }
approval-declined-empty = Personne n’a été refusé récemment
approval-declined-reason = Raison donnée
approval-after-all = Faire entrer quand même
flash-approval-approved = C’est fait : les voilà entrés.
flash-approval-declined = Refusé. La raison se lit à la connexion.
admin-settings-title = Réglages de la communauté
admin-tagline = Une ligne à son sujet
admin-tagline-hint = Affichée sur la page d’accueil.
admin-members-invite = Les membres peuvent inviter
admin-members-invite-hint = Celles et ceux qui participent depuis un certain temps, quelques personnes par mois.
admin-questions = Questions aux personnes qui demandent à rejoindre
admin-questions-hint = Jusqu’à cinq. Les personnes invitées ne sont pas interrogées.
admin-question = Question { $number }
admin-question-required = Une réponse est nécessaire
admin-place = Adresse, heure et âge
admin-address-fixed = Fixée par l’exploitant en dehors de ces pages.
admin-time-zone = Fuseau horaire de la communauté
admin-age = Âge minimal
admin-age-hint = En années ; avec 0, on ne demande pas.
admin-operator = Qui tient ce lieu
admin-operator-hint = Ces indications figurent dans les mentions légales et la notice de confidentialité. Dans bien des pays, la loi les demande.
admin-operator-name = Personne, association ou entreprise
admin-operator-address = Adresse postale
admin-operator-email = Adresse mail publique
admin-operator-phone = Téléphone
admin-operator-responsible = Responsable du contenu
admin-operator-responsible-hint = Nom et adresse d’une personne, là où la loi le demande.
flash-admin-saved = Enregistré.
admin-pages-title = Pages
admin-pages-text = Chaque page a déjà un texte dans chaque langue. Changez ce qui doit être dit autrement.
admin-pages-page = Page
admin-pages-own = texte propre
admin-page-title = Modifier la page
admin-page-own = Votre propre texte
admin-page-shipped = Le texte venu avec le programme
admin-page-heading = Titre
admin-page-body = Texte
admin-page-hint = Markdown : ## pour les titres, - pour les listes, **gras**, [mots](adresse). Les mots entre accolades, comme celui du nom de la communauté, se remplissent tout seuls.
admin-page-preview = Aperçu
admin-page-revert = Revenir au texte d’origine
admin-page-revert-text = Votre propre texte de cette page dans cette langue disparaîtra.
flash-admin-page-saved = La page est enregistrée.
flash-admin-page-reverted = Le texte d’origine est de retour.
admin-inbox-title = Messages
admin-inbox-text = Ce qui a été écrit par le formulaire de contact.
admin-inbox-open = En attente
admin-inbox-handled = Traités
admin-inbox-member = Membre
admin-inbox-handle = Marquer comme traité
admin-inbox-reopen = Remettre en attente
admin-inbox-empty = Aucun message ici
admin-inbox-empty-text = Le formulaire de contact est ouvert à tous, avec ou sans compte.
admin-log-title = Journal
admin-log-text = Qui de l’équipe a fait quoi, le plus récent d’abord.
admin-log-empty = Il ne s’est encore rien passé
admin-log-when = Quand
admin-log-who = Qui
admin-log-what = Quoi
admin-log-program = Le programme
log-setup = A mis en place la communauté
log-settings = A changé les réglages
log-page-saved = A modifié une page
log-page-reverted = A rétabli le texte d’origine d’une page
log-invite-revoked = A retiré l’invitation de quelqu’un
log-approved = A fait entrer quelqu’un
log-declined = A refusé une demande
log-message-handled = A marqué un message comme traité
log-message-reopened = A remis un message en attente
log-job-discarded = A abandonné une tâche échouée
log-job-retried = A réessayé une tâche échouée
log-role = A changé le rôle de quelqu’un
log-suspended = A suspendu un compte
log-unsuspended = A levé une suspension
log-recovery-code = A donné un code de récupération
log-messages-looked = A regardé des messages signalés
log-mail-again = A laissé repartir des lettres vers une adresse
