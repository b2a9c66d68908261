"""The demonstration school: one small cast, always the same, made once."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.models import Account, Campaign, Classroom, Organization
from webapp.queries.accounts import login_taken
from webapp.queries.campaigns import find_campaign
from webapp.queries.learners import people_of
from webapp.services.accounts import NewAccount, create_account, create_student_account
from webapp.services.asking import Deck
from webapp.services.importing import import_students
from webapp.services.rehearsing import Part, rehearse
from webapp.services.roster import read_roster

UAI = "0990042H"
SCHOOL = "Lycée des Embruns"
PASSWORD = "boussole-verte"  # noqa: S105 (printed for whoever tries the demonstration)
CLASSROOM = "2de 4"

STUDENTS = """Nom;Prénom;Date de naissance;Classe;INE
Lopez;Adam;04/02/2011;2de 4;990000001AA
Barro;Aïcha;17/09/2011;2de 4;990000002AB
Rault;Amandine;23/05/2011;2de 4;990000003AC
Diop;Awa;30/11/2011;2de 4;990000004AD
Morvan;Basile;12/01/2011;2de 4;990000005AE
Fabre;Camille;08/07/2011;2de 4;990000006AF
Pham;Chloé;19/03/2011;2de 4;990000007AG
Sow;Djibril;02/10/2011;2de 4;990000008AH
Vidal;Elena;27/06/2011;2de 4;990000009AJ
Rossi;Élodie;15/12/2011;2de 4;990000010AK
Tran;Enzo;21/04/2011;2de 4;990000011AL
N'Guessan;Gabriel;09/08/2011;2de 4;990000012AM
Costa;Hugo;14/03/2011;2de 4;990000013AN
Benali;Inès;06/05/2011;2de 4;990000014AP
Bouvier;Inès;25/10/2011;2de 4;990000015AQ
Mercier;Jade;11/02/2011;2de 4;990000016AR
Mercier;Jules;11/02/2011;2de 4;990000017AS
Amrani;Kenza;29/01/2011;2de 4;990000018AT
Roy;Léa;04/06/2011;2de 4;990000019AU
Roy;Léa;21/09/2011;2de 4;990000020AV
Garnier;Léo;18/07/2011;2de 4;990000021AW
Haddad;Lina;03/12/2011;2de 4;990000022AX
Dupré-Le Gall;Louise;26/08/2011;2de 4;990000023AY
Le Gall;Malo;13/11/2011;2de 4;990000024AZ
Kowalska;Manon;07/04/2011;2de 4;990000025BA
Ouali;Mehdi;31/03/2011;2de 4;990000026BB
Jouve;Nathan;16/05/2011;2de 4;990000027BC
Diallo;Noah;22/01/2011;2de 4;990000028BD
El Idrissi;Nora;10/09/2011;2de 4;990000029BE
Zamora;Rayan;05/07/2011;2de 4;990000030BF
Petit;Sacha;28/02/2011;2de 4;990000031BG
Weiss;Salomé;20/10/2011;2de 4;990000032BH
Quéré;Tom;01/06/2011;2de 4;990000033BJ
Rahman;Yanis;24/12/2011;2de 4;990000034BK
Faye;Zoé;19/08/2011;2de 4;990000035BL
Andriamana;Lova;12/04/2010;1re G2;990000036BM
Cœurderoi;Agathe;23/10/2010;1re G2;990000037BN
Da Silva;Tiago;06/01/2010;1re G2;990000038BP
Öztürk;Deniz;17/07/2010;1re G2;990000039BQ
Belkacem;Anissa;09/02/2010;1re G2;990000040BR
Chevalier;Maxence;28/11/2010;1re G2;990000041BS
Nguyen;Linh;14/06/2010;1re G2;990000042BT
Traoré;Moussa;03/09/2010;1re G2;990000043BU
Legrand;Apolline;19/05/2010;1re G2;990000044BV
Fontaine;Ulysse;25/08/2010;1re G2;990000045BW
Marchetti;Giulia;11/12/2010;1re G2;990000046BX
Ivanov;Sofia;30/01/2010;1re G2;990000047BY
"""


@dataclass(frozen=True)
class Made:
    """A campaign of the demonstration: its fixed code, its name, and who may enter."""

    code: str
    name: str
    journey: str
    access: str
    guests: bool = False
    classroom: str = CLASSROOM


@dataclass(frozen=True)
class Adult:
    """Somebody of the staff of the demonstration."""

    login: str
    name: str
    role: str


CAMPAIGNS = (
    Made("K4T9WM7HP", "Découverte", "decouverte", "class", guests=True),
    Made("H7P2KD9RE", "Découverte, tout le lycée", "decouverte", "school"),
    Made("N3XW4MT8C", "Découverte en accès libre", "decouverte", "open"),
)
PLAYED = Made("W6F3RC5JA", "Découverte", "decouverte", "class", classroom="1re G2")
ADULTS = (
    Adult("fournier", "Mme Fournier", "teacher"),
    Adult("arnoult", "M. Arnoult", "head"),
    Adult("admin", "Administration", "admin"),
)
STUDENT = Adult("sacha", "Sacha", "student")

SECRET = "2580"  # noqa: S105 (likewise: of those who have played a part)
PARTS = {  # level and number of answers, by first name; the others have not come in yet
    "Agathe": Part(5.5, 20),
    "Anissa": Part(3.0, 20),
    "Apolline": Part(4.0, 20),
    "Deniz": Part(2.0, 20),
    "Linh": Part(6.0, 20),
    "Lova": Part(4.5, 6),
    "Maxence": Part(2.5, 3),
    "Moussa": Part(3.5, 8),
    "Tiago": Part(5.0, 5),
}
BEGAN = timedelta(minutes=16)  # ago


@dataclass(frozen=True)
class Hashes:
    """The password of the accounts and the secret of the students, hashed beforehand."""

    password: str
    secret: str


def make_demonstration(session: Session, deck: Deck, hashes: Hashes) -> None:
    """Make all that is missing of the demonstration; what is there stays as it is."""
    school = session.scalar(select(Organization).where(Organization.uai == UAI))
    if school is None:
        school = _new_school(session)
    for person in (*ADULTS, STUDENT):
        if not login_taken(session, person.login):
            _add_account(session, school, person, hashes.password)
    for made in CAMPAIGNS:
        if find_campaign(session, made.code) is None:
            _add_campaign(session, school, made)
    if find_campaign(session, PLAYED.code) is None:
        _play(session, deck, _add_campaign(session, school, PLAYED), hashes.secret)


def _play(session: Session, deck: Deck, campaign: Campaign, secret_hash: str) -> None:
    """Some students of a class are in their test, others have finished it."""
    began = datetime.now(UTC) - BEGAN
    rng = Random(PLAYED.code)
    for learner in people_of(session, campaign):
        if learner.first_name in PARTS:
            learner.secret_hash, learner.secret_set_at = secret_hash, began
            part = PARTS[learner.first_name]
            rehearse(session, deck, campaign, learner, part=part, began=began, rng=rng)


def _new_school(session: Session) -> Organization:
    school = Organization(uai=UAI, name=SCHOOL, created_at=datetime.now(UTC))
    session.add(school)
    session.flush()
    import_students(session, school.id, read_roster(STUDENTS.encode()))
    return school


def _add_account(session: Session, school: Organization, person: Adult, password_hash: str) -> None:
    new = NewAccount(
        login=person.login,
        password_hash=password_hash,
        name=person.name,
        role=person.role,
        organization_id=school.id if person.role in ("teacher", "head") else None,
    )
    if person.role == "student":
        create_student_account(session, new, None)
    else:
        create_account(session, new)


def _add_campaign(session: Session, school: Organization, made: Made) -> Campaign:
    classroom = session.scalars(
        select(Classroom).where(
            Classroom.organization_id == school.id, Classroom.name == made.classroom
        )
    ).one()
    teacher = session.scalars(select(Account).where(Account.login == ADULTS[0].login)).one()
    campaign = Campaign(
        code=made.code,
        name=made.name,
        journey=made.journey,
        access=made.access,
        guests=made.guests,
        organization_id=school.id,
        classroom_id=classroom.id if made.access == "class" else None,
        created_by_id=teacher.id,
        created_at=datetime.now(UTC) - BEGAN,
    )
    session.add(campaign)
    session.flush()
    return campaign
