"""The types of files, as an explorer names them, and the icon of each family."""

from webapp.simulators.files.state import FOLDER, Node, extension

FAMILIES = {
    "image": ("jpg", "jpeg", "png", "gif", "webp", "svg", "bmp", "tif", "heic"),
    "sound": ("mp3", "wav", "ogg", "flac", "m4a"),
    "video": ("mp4", "mkv", "avi", "mov", "webm"),
    "text": ("txt", "md", "odt", "docx", "doc", "rtf", "log"),
    "table": ("ods", "xlsx", "xls", "csv"),
    "slides": ("odp", "pptx", "ppt"),
    "pdf": ("pdf",),
    "archive": ("zip", "7z", "tar", "gz", "rar"),
    "code": ("html", "css", "js", "py", "json", "xml"),
}
NAMES = {
    "image": "Image",
    "sound": "Son",
    "video": "Vidéo",
    "text": "Texte",
    "table": "Tableau",
    "slides": "Diaporama",
    "pdf": "Document PDF",
    "archive": "Archive",
    "code": "Code",
    "other": "Fichier",
}
FAMILY_OF = {ending: family for family, endings in FAMILIES.items() for ending in endings}


def family(node: Node) -> str:
    """« folder », « image », « sound »…, or « other »."""
    if node["kind"] == FOLDER:
        return FOLDER
    return FAMILY_OF.get(extension(node["name"]), "other")


def type_name(node: Node) -> str:
    """« Dossier », « Image (.jpg) », « Fichier »."""
    if node["kind"] == FOLDER:
        return "Dossier"
    ending = extension(node["name"])
    name = NAMES[family(node)]
    return f"{name} (.{ending})" if ending else name
