"""One invented event in several languages: a report, a rewording of it by sentences, and a report of its own."""

from typing import NamedTuple

__all__ = ["TOLD", "Told"]


class Told(NamedTuple):
    """Three texts; `reworded` follows `report` sentence by sentence, `other` was written without it."""

    report: str
    reworded: str
    other: str


TOLD = {
    "fr": Told(
        "Le barrage d'Orvane sera vidé en trois semaines, a annoncé mardi la préfète de Valserre. Un plongeur "
        "avait découvert une fissure de douze mètres sous la galerie nord. Les habitants de quatre hameaux "
        "dormiront au gymnase de Brissol jusqu'à la fin des travaux. La dernière inspection remontait à neuf ans, "
        "d'après un registre de la mairie. Des camions-citernes apporteront l'eau potable deux fois par jour.",
        "La préfète de Valserre a fait savoir mardi que l'on viderait le barrage d'Orvane en trois semaines. Sous "
        "la galerie nord, une fissure longue de douze mètres avait été découverte par un plongeur. Jusqu'à la fin "
        "des travaux, ceux qui habitent les quatre hameaux dormiront dans le gymnase de Brissol. Un registre de "
        "la mairie montre que la dernière inspection remonte à neuf ans. L'eau potable sera apportée deux fois "
        "par jour par des camions-citernes.",
        "Les riverains du lac d'Orvane ont appris mardi qu'ils devaient partir. « On nous laisse deux heures », "
        "soupire Odile Verrand, qui élève des chèvres à Brissol. La préfecture de Valserre parle d'une mesure de "
        "prudence et promet une réunion publique. Des bus attendaient devant l'école dès midi. L'exploitant, lui, "
        "refuse tout commentaire. Le lac baissera pendant environ trois semaines, car l'ouvrage est fissuré. En "
        "attendant, les gens de quatre hameaux sont hébergés à Brissol.",
    ),
    "de": Told(
        "Der Stausee von Orvane wird binnen drei Wochen abgelassen, teilte die Landrätin von Valserre am Dienstag "
        "mit. Ein Taucher hatte unter dem nördlichen Stollen einen zwölf Meter langen Riss entdeckt. Die Bewohner "
        "von vier Weilern schlafen bis zum Ende der Arbeiten in der Turnhalle von Brissol. Die letzte Prüfung lag "
        "neun Jahre zurück, wie ein Verzeichnis der Gemeinde zeigt. Tankwagen bringen zweimal am Tag Trinkwasser.",
        "In drei Wochen soll der Stausee von Orvane abgelassen sein, sagte am Dienstag die Landrätin von "
        "Valserre. Entdeckt hatte ein Taucher den Riss, der zwölf Meter lang ist, unter dem nördlichen Stollen. "
        "In der Turnhalle von Brissol schlafen die Bewohner der vier Weiler, bis die Arbeiten enden. Ein "
        "Verzeichnis der Gemeinde zeigt, dass die letzte Prüfung neun Jahre zurückliegt. Trinkwasser wird zweimal "
        "täglich von Tankwagen gebracht.",
        "Am Ufer von Orvane packten die Leute am Dienstag ihre Koffer. „Zwei Stunden hat man uns gegeben“, sagt "
        "die Ziegenbäuerin Odile Verrand aus Brissol. Das Landratsamt Valserre spricht von Vorsicht und lädt zu "
        "einer Versammlung ein. Schon mittags standen Busse vor der Schule. Der Betreiber des Kraftwerks "
        "schweigt. Das Wasser soll etwa drei Wochen lang sinken, weil die Mauer einen Riss hat. Solange kommen "
        "die Leute aus vier Weilern in Brissol unter.",
    ),
    "ru": Told(
        "Водохранилище Орван спустят за три недели, сообщила во вторник глава округа Вальсер. Водолаз обнаружил "
        "под северной галереей трещину длиной двенадцать метров. Жители четырёх хуторов будут ночевать в "
        "спортзале Брисоля до конца работ. Последняя проверка проводилась девять лет назад, следует из журнала "
        "управы. Цистерны будут привозить питьевую воду дважды в день.",
        "Во вторник глава округа Вальсер сообщила, что водохранилище Орван будет спущено за три недели. Под "
        "северной галереей водолазом была обнаружена трещина в двенадцать метров. До конца работ жителям четырёх "
        "хуторов предстоит ночевать в спортзале Брисоля. Из журнала управы следует, что последнюю проверку "
        "провели девять лет назад. Питьевую воду дважды в день привезут цистерны.",
        "У берегов Орвана во вторник собирали чемоданы. «Нам дали два часа», — вздыхает Одиль Верран, которая "
        "держит коз в Брисоле. В округе Вальсер говорят о мере предосторожности и обещают собрание. Автобусы "
        "стояли у школы уже в полдень. Хозяин электростанции от объяснений отказался. Вода будет уходить около "
        "трёх недель, потому что в плотине появилась трещина. Пока людей из четырёх хуторов приютили в Брисоле.",
    ),
    "zh": Told(
        "瓦尔塞县县长周二宣布，奥尔万水库将在三周内放空。"
        "一名潜水员在北侧廊道下方发现了一条十二米长的裂缝。"
        "四个村庄的居民将住进布里索尔体育馆，直到工程结束。"
        "根据镇政府的登记簿，上一次检查是在九年前。"
        "水罐车每天两次运送饮用水。",
        "奥尔万水库将在三周内被放空，瓦尔塞县县长周二表示。"
        "北侧廊道下方的裂缝长十二米，是一名潜水员发现的。"
        "直到工程结束，四个村庄的居民都要住在布里索尔体育馆。"
        "镇政府登记簿显示，九年前做过上一次检查。"
        "饮用水由水罐车每天运送两次。",
        "周二，奥尔万湖边的人们忙着收拾行李。"
        "“只给我们两个小时，”在布里索尔养山羊的韦朗女士叹气说。"
        "瓦尔塞县方面称这是预防措施，并答应召开说明会。"
        "中午时分，大巴已经停在学校门口。"
        "电站的经营者拒绝置评。"
        "湖水大约要用三周才能排完，因为大坝出现了裂缝。"
        "这段时间，四个村子的人暂时安置在布里索尔。",
    ),
    "th": Told(
        "ผู้ว่าราชการเมืองวาลแซร์ประกาศเมื่อวันอังคารว่าจะระบายน้ำออกจากเขื่อนออร์วานภายในสามสัปดาห์ "
        "นักประดาน้ำพบรอยร้าวยาวสิบสองเมตรใต้อุโมงค์ด้านเหนือ "
        "ชาวบ้านสี่หมู่บ้านจะนอนที่โรงยิมบริซอลจนกว่างานซ่อมจะเสร็จ "
        "การตรวจสอบครั้งสุดท้ายมีขึ้นเมื่อเก้าปีก่อนตามสมุดทะเบียนของเทศบาล",
        "เขื่อนออร์วานจะถูกระบายน้ำออกภายในสามสัปดาห์ "
        "ผู้ว่าราชการเมืองวาลแซร์กล่าวเมื่อวันอังคาร "
        "รอยร้าวใต้อุโมงค์ด้านเหนือยาวสิบสองเมตร "
        "นักประดาน้ำเป็นผู้พบ "
        "จนกว่างานซ่อมจะเสร็จ "
        "ชาวบ้านสี่หมู่บ้านต้องนอนที่โรงยิมบริซอล "
        "สมุดทะเบียนของเทศบาลระบุว่าการตรวจสอบครั้งสุดท้ายเกิดขึ้นเมื่อเก้าปีก่อน",
        "ริมทะเลสาบออร์วานผู้คนเก็บกระเป๋ากันวุ่นวายในวันอังคาร "
        "หญิงเลี้ยงแพะคนหนึ่งในบริซอลถอนหายใจว่ามีเวลาแค่สองชั่วโมง "
        "ทางการวาลแซร์เรียกว่ามาตรการป้องกันและสัญญาว่าจะจัดประชุม "
        "รถบัสจอดรอหน้าโรงเรียนตั้งแต่เที่ยง "
        "น้ำจะค่อยลดลงราวสามสัปดาห์เพราะตัวเขื่อนร้าว "
        "ระหว่างนี้คนจากสี่หมู่บ้านไปพักอยู่ในบริซอล",
    ),
}
