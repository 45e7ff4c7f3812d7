### Ce que les membres reçoivent : leurs choix, la page derrière « ne plus recevoir », et comment le courrier part.

delivery-settings = Courrier
delivery-settings-text = Ce qui arrive dans votre boîte, et à quel rythme
delivery-no-server = Cette communauté n’envoie pas de courrier : rien n’arrive donc. Vos choix compteront dès qu’elle le fera.
delivery-needs-address = Les lettres vont à une adresse confirmée, et vous n’en avez pas encore.
delivery-own-failing = Des lettres à { $address } sont revenues récemment. Si l’adresse est juste, il n’y a rien à faire ; sinon, choisissez-en une autre.
delivery-own-stopped = Les lettres à { $address } sont revenues plusieurs fois : seules celles qui concernent votre compte y vont encore. La boîte existe-t-elle, et y reste-t-il de la place ?
delivery-again = Réessayer
delivery-other-address = Une autre adresse
delivery-digest = Résumé de ce que vous avez manqué
delivery-digest-hint = Les notifications et les publications de vos amis que vous n’avez pas vues, à huit heures du matin. Rien n’arrive quand il n’y a rien de neuf.
delivery-digest-off = Jamais
delivery-digest-daily = Chaque jour
delivery-digest-daily-hint = Seulement si vous n’étiez pas là la veille
delivery-digest-weekly = Chaque semaine
delivery-only-account = Seulement les lettres qui concernent mon compte
delivery-only-account-hint = Liens de connexion, changements de mot de passe ou d’adresse, décisions à votre sujet. Celles-là arrivent toujours.
delivery-stop-title = Vos lettres
delivery-stop-what = Que faut-il arrêter ?
delivery-stop-digest = Le résumé de ce que j’ai manqué
delivery-stop-rest = Tout, sauf les lettres qui concernent mon compte
delivery-stop = Arrêter
delivery-stopped-digest = Vous ne recevez plus de résumé.
delivery-stopped-rest = Vous ne recevez plus que les lettres qui concernent votre compte.
delivery-stop-rest-too = Arrêter aussi le reste, sauf ce qui concerne mon compte
delivery-resume = Annuler : les envoyer de nouveau
delivery-stop-more = Pour choisir plus finement, voyez vos réglages :
delivery-title = Courrier
delivery-text = Comment les lettres partent, ce qu’elles deviennent, et quelles adresses ne marchent pas.
delivery-way = Comment le courrier part
delivery-server = Serveur de courrier
delivery-sender = Expéditeur
delivery-line = Connexion
delivery-encrypted = Chiffrée.
delivery-open = Non chiffrée ; le serveur est sur cette machine.
delivery-signs-in = Avec identifiant et mot de passe.
delivery-no-user = Aucun identifiant n’est réglé.
delivery-pace = Rythme
delivery-per-minute =
    { $count ->
        [one] Au plus { $count } lettre par minute ; celles qui concernent les comptes n’attendent jamais.
        [many] Au plus { $count } lettres par minute ; celles qui concernent les comptes n’attendent jamais.
       *[other] Au plus { $count } lettres par minute ; celles qui concernent les comptes n’attendent jamais.
    }
delivery-test = M’envoyer une lettre d’essai
delivery-test-hint = En ligne de commande, chaque étape est dite, avec quoi faire là où elle s’arrête :
delivery-no-address = Votre compte n’a pas d’adresse confirmée. Donnez-en d’abord une dans vos réglages.
delivery-counts = Ce que les lettres sont devenues
delivery-waiting =
    { $count ->
        [0] Aucune lettre n’attend.
        [one] { $count } lettre attend son tour.
        [many] { $count } lettres attendent leur tour.
       *[other] { $count } lettres attendent leur tour.
    }
delivery-outcome = Lettres
delivery-day = 24 heures
delivery-week = 7 jours
delivery-sent = Envoyées
delivery-refused = Refusées : boîte inexistante
delivery-failed = Essais manqués
delivery-held = Retenues : l’adresse ne marche pas
delivery-troubles = Adresses qui ne marchent pas
delivery-troubles-text = Après plusieurs refus sur plusieurs jours, seules les lettres qui concernent le compte y vont encore. Une lettre qui arrive y met fin ; réessayer aussi.
delivery-address = Adresse
delivery-state = État
delivery-answer = Réponse du serveur de courrier
delivery-state-failing = Refusée
delivery-state-stopped = Laissée en paix
delivery-records = Pour que les lettres ne passent pas pour indésirables
delivery-records-text = Les boîtes demandent au domaine de l’expéditeur si une lettre peut en venir. Ajoutez ces enregistrements là où vous gérez le domaine. Kith ne les vérifie pas ; les commandes ci-dessous le font.
delivery-spf = Dit quels serveurs peuvent envoyer pour le domaine. S’il existe déjà, ajoutez-y le serveur ; il ne peut y en avoir qu’un. Votre fournisseur indique peut-être un autre texte.
delivery-dkim = Contient la clé avec laquelle votre serveur signe les lettres. Le serveur ou son fournisseur crée la clé et vous donne le nom et le texte ; « selector » tient lieu d’un mot de leur choix.
delivery-dmarc = Dit ce que deviennent les lettres pour lesquelles aucun des deux ne vaut, et où vont les rapports. Pour commencer avec prudence, écrivez p=none.
delivery-record-name = Nom
delivery-record-value = Texte
delivery-record-check = Pour vérifier
flash-delivery-again = Les lettres y vont de nouveau.
flash-delivery-test = Une lettre d’essai est en route vers vous.
