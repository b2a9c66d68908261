"""Ordinary messages, to surround the one that matters: no hour, no link, no attachment.

Each is (subject, text); « {name} » is the first name of who writes.
"""

LETTERS: tuple[tuple[str, str], ...] = (
    ("Devoirs de jeudi", "Salut,\n\nTu as noté les exercices ? J’étais au CDI.\n\n{name}"),
    ("Photos de la sortie", "Coucou,\n\nJe trie les photos et je te montre ça.\n\n{name}"),
    ("Merci !", "Merci pour ton aide hier, ça m’a bien servi.\n\n{name}"),
    ("Covoiturage", "Bonjour,\n\nIl reste une place dans la voiture si besoin.\n\n{name}"),
    ("Livre à rendre", "Bonjour,\n\nPense à rapporter le livre que je t’ai prêté.\n\n{name}"),
    ("Club jeux", "Salut,\n\nOn cherche encore quelqu’un pour le tournoi.\n\n{name}"),
    ("Compte rendu", "Bonjour,\n\nJe relis le compte rendu et je reviens vers toi.\n\n{name}"),
    ("Re : exposé", "Ça me va, je prends la première partie.\n\n{name}"),
    ("Re : anniversaire", "Avec plaisir, je m’occupe du gâteau.\n\n{name}"),
    ("Menu de la semaine", "Bonjour,\n\nLe menu est affiché à l’entrée du self.\n\n{name}"),
    ("Orientation", "Bonjour,\n\nLe forum des métiers aura lieu au gymnase.\n\n{name}"),
    ("Clés oubliées", "Salut,\n\nTu n’aurais pas vu mes clés dans la salle ?\n\n{name}"),
    ("Répétition", "Bonjour,\n\nOn reprend au deuxième couplet la prochaine fois.\n\n{name}"),
    ("Bulletin d’adhésion", "Bonjour,\n\nTon adhésion est bien enregistrée.\n\n{name}"),
    ("Nouveau numéro", "Salut,\n\nJe change de téléphone, je t’enverrai le numéro.\n\n{name}"),
    ("Recette", "Coucou,\n\nTrois œufs, du sucre, du citron, et c’est tout.\n\n{name}"),
    ("Objets trouvés", "Bonjour,\n\nUne écharpe bleue attend à l’accueil.\n\n{name}"),
    ("Match de dimanche", "Salut,\n\nOn a gagné, c’était serré jusqu’au bout.\n\n{name}"),
    ("Journal du lycée", "Bonjour,\n\nTon article est accepté, bravo.\n\n{name}"),
    ("Question", "Salut,\n\nTu sais si le cours de lundi est maintenu ?\n\n{name}"),
    ("Bonnes vacances", "Coucou,\n\nRepose-toi bien et à la rentrée !\n\n{name}"),
    ("Film de ce soir", "Salut,\n\nJe n’ai pas aimé la fin, et toi ?\n\n{name}"),
    ("Vélo", "Bonjour,\n\nLa roue est réparée, tu peux le reprendre.\n\n{name}"),
    ("Élections des délégués", "Bonjour,\n\nIl faut deux candidats par classe.\n\n{name}"),
)
