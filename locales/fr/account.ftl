### Nom, nom court, adresse et mot de passe : libellés, conseils, et ce qui ne va pas dans la saisie.

account-name-label = Nom
account-name-hint = Tel que vos voisins vous connaissent. Toutes les écritures conviennent.
account-name-missing = Indiquez un nom, s’il vous plaît.
account-name-length = Ce nom est trop long. Il peut avoir jusqu’à { $most } caractères.
account-name-character = « { $character } » ne peut pas faire partie d’un nom.
account-name-shape = Un nom a besoin d’au moins une lettre.
account-name-mixed-scripts = Des lettres semblables d’écritures différentes sont mélangées ici. Gardez une seule écriture par mot.
account-name-look-alike = On pourrait le prendre pour le nom de ce lieu ou d’une personne qui s’en occupe. Choisissez-en un autre.
account-handle-label = Nom court
account-handle-hint = Votre adresse ici, pour les mentions et les liens. Vous pouvez en changer tous les 14 jours, les anciens liens restent valables.
account-handle-length = Un nom court a de { $least } à { $most } caractères.
account-handle-character = « { $character } » ne convient pas ici. Lettres, chiffres, et _ . - entre eux conviennent.
account-handle-shape = Un nom court contient au moins une lettre. Les points et les tirets se placent entre des lettres ou des chiffres, un à la fois.
account-handle-reserved = Ce nom est réservé au site lui-même. Choisissez-en un autre ; votre propre nom convient bien.
account-handle-look-alike = Il ressemble trop à un nom déjà pris. Choisissez-en un autre ; un chiffre ou un second nom à la suite suffit.
account-handle-taken = Quelqu’un ici porte déjà ce nom. Choisissez-en un autre ; un chiffre ou un second nom à la suite suffit.
account-handle-too-soon =
    { $days ->
        [one] Vous en avez changé il y a peu. Ce sera de nouveau possible dans { $days } jour.
        [many] Vous en avez changé il y a peu. Ce sera de nouveau possible dans { $days } jours.
       *[other] Vous en avez changé il y a peu. Ce sera de nouveau possible dans { $days } jours.
    }
account-email-label = Adresse e-mail
account-email-confirmed = Confirmée
account-email-unconfirmed = Non confirmée
account-email-remove = Retirer mon adresse
account-email-remove-text = Sans adresse, nous ne pouvons pas vous envoyer de liens. Si vous oubliez votre mot de passe, seul un code remis par un admin vous permettra de revenir.
account-email-form = Cette adresse semble incomplète. Exemple : nom@example.org.
account-email-length = Cette adresse est trop longue.
account-email-taken = Cette adresse appartient déjà à un compte d’ici.
account-password = Mot de passe
account-password-text = Un nouveau mot de passe ferme vos sessions partout ailleurs.
account-password-rule = Au moins 10 caractères. Quelques mots à la suite se retiennent bien et se devinent mal.
account-password-strength = Solidité
account-password-short = Trop court. Il faut au moins { $least } caractères.
account-password-long = Trop long. Il peut avoir jusqu’à { $most } caractères.
account-password-common = Énormément de gens l’utilisent, on l’essaie donc en premier.
account-password-personal = Il est trop proche de votre nom, de votre adresse ou du nom de ce lieu.
account-password-keyboard = Les rangées de touches se devinent facilement.
account-password-repeats = Les répétitions se devinent facilement.
account-password-sequence = Les suites comme abc ou 6543 se devinent facilement.
account-password-date = Les dates se devinent facilement.
account-password-word = Un seul mot ou un nom se devine facilement. Ajoutez quelque chose.
account-password-weak = Facile à deviner. Ajoutez un mot ou deux.
account-password-good = Bien.
account-password-strong = Solide.
account-password-wrong = Ce n’est pas votre mot de passe actuel.
account-current-password = Mot de passe actuel
account-new-password = Nouveau mot de passe
account-change-password = Changer le mot de passe
