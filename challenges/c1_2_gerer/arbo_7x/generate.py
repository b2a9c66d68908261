from posixpath import dirname, join, normpath
from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import demand, pick, shuffled
from challenges.toolkit.options import id_of, ids_of, options
from webapp.domain.responses import Choices
from webapp.domain.variant import Variant

_CLUBS = ("club escalade", "club photo", "club théâtre", "club vélo", "ciné-club", "club échecs")
_PAGES = ("galerie.html", "album.html", "souvenirs.html", "saison.html")
_FOLDERS = ("pages", "images", "archives", "saison", "medias", "commun", "sorties")
_IMAGES = ("affiche", "equipe", "logo", "podium", "depart", "arrivee", "carte", "groupe", "salle")
_SITES = ("federation-sport.example", "photos-libres.test", "ville-clairval.example")


def generate(rng: Random) -> Variant:
    """Five kinds of links; a folder, or the page alone, goes into another; each is followed."""
    root, pages, sub, shared, other = pick(rng, _FOLDERS, 5)
    title = rng.choice(_PAGES)
    page = f"{root}/{pages}/{title}"
    names = [f"{stem}.jpg" for stem in pick(rng, _IMAGES, 5)]
    places = {
        "relative": f"{root}/{pages}/{sub}/{names[0]}",
        "upward": f"{root}/{shared}/{names[1]}",
        "beside": f"{root}/{pages}/{names[2]}",
        "from_root": f"{root}/{rng.choice((shared, f'{pages}/{sub}'))}/{names[3]}",
    }
    links = {
        "relative": f"{sub}/{names[0]}",
        "upward": f"../{shared}/{names[1]}",
        "beside": names[2],
        "from_root": places["from_root"].removeprefix(root),
        "elsewhere": f"https://{rng.choice(_SITES)}/{names[4]}",
    }
    source = rng.choice((pages, shared, f"{pages}/{sub}", f"{pages}/{title}"))
    target = rng.choice((other, pages)) if source == shared else other
    what = "le fichier" if source.endswith(title) else "le dossier"
    move = (f"{root}/{source}", f"{root}/{target}")
    files = {_moved(place, move) for place in places.values()}
    new_page = _moved(page, move)
    broken = [n for n, href in links.items() if not _found(href, new_page, root, files)]
    demand(1 <= len(broken) <= 3)
    by_name = dict(zip(links, names, strict=True))
    choices = options(rng, names)
    extra = f"{root}/{other}/lisez-moi.txt"
    return Variant(
        params={
            "club": rng.choice(_CLUBS),
            "first": people.person(rng).first,
            "root": root,
            "page": page,
            "links": shuffled(rng, [{"name": by_name[n], "href": links[n]} for n in links]),
            "moved": {"what": what, "source": move[0], "target": move[1]},
            "tree": texts.tree([page, extra, *places.values()]),
            "samples": links,
            "notes": {name: _note(broken=name in broken) for name in links},
        },
        response=Choices(choices),
        accepted=[ids_of(choices, [by_name[name] for name in broken])],
        mistakes={name: id_of(choices, by_name[name]) for name in links},
    )


def _moved(path: str, move: tuple[str, str]) -> str:
    """Where a file is once `move[0]`, a folder or a file, has gone into the folder `move[1]`."""
    source, target = move
    if path != source and not path.startswith(f"{source}/"):
        return path
    return join(target, path.removeprefix(f"{dirname(source)}/"))


def _found(href: str, page: str, root: str, files: set[str]) -> bool:
    """Whether a link written in a page leads to a file."""
    if href.startswith("https://"):
        return True
    place = f"{root}{href}" if href.startswith("/") else normpath(join(dirname(page), href))
    return place in files


def _note(*, broken: bool) -> str:
    if broken:
        return "Après le déplacement, il n’y a plus rien au bout : l’image ne s’affiche plus."
    return "Après le déplacement, le fichier est toujours au bout : l’image s’affiche."
