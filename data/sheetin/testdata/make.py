#!/usr/bin/python3
"""Makes the spreadsheets that the tests read, each by the program its name begins with:

    apt-get install python3-openpyxl python3-xlsxwriter gnumeric libreoffice-calc
    data/sheetin/testdata/make.py

All people are invented. The files are kept, so that the tests need none of the programs.
"""
import csv
import datetime
import io
import os
import subprocess
import tempfile

import openpyxl
import xlsxwriter

HERE = os.path.dirname(os.path.abspath(__file__))
DATE = datetime.date

PEOPLE = [
    ("Тестова", "Анна", "Примеровна", DATE(1990, 5, 17), "+7 701 000 00 01", "anna@example.invalid", "Алматы"),
    ("Образцов", "Пётр", "Иванович", DATE(1985, 12, 1), "8 (702) 000-00-02", "petr@example.invalid", "Астана"),
    ("Үлгібаева", "Әсем", "Мысалқызы", DATE(2001, 2, 28), "77030000003", "asem@example.invalid", "Шымкент"),
    ("Сынақова", "Гүлнәр", "", DATE(1978, 7, 9), "+7-704-000-00-04", "", "Қарағанды"),
    ("Пробная", "Ольга", "Сергеевна", DATE(1999, 1, 31), "705 000 00 05", "olga@example.invalid", "Алматы"),
]
RU = ["Фамилия", "Имя", "Отчество", "Дата рождения", "Телефон", "E-mail", "Город"]
KK = ["Тегі", "Аты", "Әкесінің аты", "Туған күні", "Телефон", "Эл. пошта", "Қала"]
EN = ["Surname", "Given name", "Patronymic", "Date of birth", "Phone", "E-mail", "City"]


def kept(name):
    return os.path.join(HERE, name)


def texts(person):
    """The person as a text file has it."""
    return [c.strftime("%d.%m.%Y") if isinstance(c, DATE) else c for c in person]


def text(name, rows, encoding, separator, begin="", end="\r\n"):
    out = io.StringIO()
    out.write(begin)
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(rows)
    with open(kept(name), "wb") as f:
        f.write(encode(out.getvalue(), encoding))


KZ = dict(zip("ҚҺқһҰұӘӨҒҮөғәҢңү", bytes.fromhex("8d8e9d9ea1a2a3a5aaafb4babcbdbebf")))


def encode(s, encoding):
    if encoding != "kz-1048":
        return s.encode(encoding)
    return b"".join(bytes([KZ[c]]) if c in KZ else c.encode("windows-1251") for c in s)


def convert(source, target, by="soffice"):
    """Converts source into the file target of this folder."""
    if by == "ssconvert":
        subprocess.run(["ssconvert", source, kept(target)], check=True, stderr=subprocess.DEVNULL)
        return
    with tempfile.TemporaryDirectory() as out:
        kind = target.rsplit(".", 1)[1]
        if target.endswith("csv"):
            kind = "csv:Text - txt - csv (StarCalc):59,34,33"  # semicolons, windows-1251
        options = ["--infilter=CSV:44,34,76,1,,1049,false,true"] if source.endswith(".csv") else []
        subprocess.run(["soffice", "--headless", "-env:UserInstallation=file://" + out + "/profile", *options,
                        "--convert-to", kind, "--outdir", out, source], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        base = os.path.basename(source).rsplit(".", 1)[0]
        os.replace(os.path.join(out, base + "." + target.rsplit(".", 1)[1]), kept(target))


def openpyxl_titles():
    """Titles, a header in the fourth row, numbers of columns, numbered people, a total."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Список"
    sheet.append(["Список волонтеров центра"])
    sheet.merge_cells("A1:H1")
    sheet.append(["на 22.11.2026"])
    sheet.append([])
    sheet.append(["№ п/п"] + RU)
    sheet.append(list(range(1, 9)))
    for i, p in enumerate(PEOPLE):
        sheet.append([i + 1, *p])
    sheet.append(["Итого:", len(PEOPLE)])
    book.save(kept("openpyxl-titles-ru.xlsx"))


def openpyxl_two_rows():
    """A header of two rows with merged areas, a note on another sheet, a hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Ескерту"
    sheet["B2"] = "Бұл парақта кесте жоқ"
    sheet = book.create_sheet("Волонтерлер")
    sheet.append(["Волонтерлер тізімі"])
    sheet.merge_cells("A1:G1")
    sheet.append(["Т.А.Ә.", None, None, "Туған күні", "Байланыс", None, "Қала"])
    sheet.append(["Тегі", "Аты", "Әкесінің аты", None, "Телефон", "Эл. пошта", None])
    for area in ("A2:C2", "D2:D3", "E2:F2", "G2:G3"):
        sheet.merge_cells(area)
    for p in PEOPLE:
        sheet.append(list(p))
    sheet.append(["Барлығы", None, None, 5])
    hidden = book.create_sheet("Анықтама")
    hidden.append(["Қала"])
    hidden.append(["Алматы"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Бос парақ")
    book.save(kept("openpyxl-two-rows-kk.xlsx"))


def openpyxl_1904():
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.append(RU)
    for p in PEOPLE:
        book.active.append(list(p))
    book.save(kept("openpyxl-1904.xlsx"))


def openpyxl_formulas():
    """Formulas whose values are not in the file, and cells that failed."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Фамилия", "Имя", "ФИО", "Возраст"])
    sheet.append(["Тестова", "Анна", '=A2&" "&B2', "#N/A"])
    sheet.append(["Образцов", "Пётр", '=A3&" "&B3', "#DIV/0!"])
    sheet["D2"].data_type = sheet["D3"].data_type = "e"
    book.save(kept("openpyxl-formulas.xlsx"))


def xlsxwriter_en():
    """Rich texts, formulas with values, texts that look like formulas, yes and no, invisible signs."""
    book = xlsxwriter.Workbook(kept("xlsxwriter-en.xlsx"))
    sheet, bold, day = book.add_worksheet("People"), book.add_format({"bold": True}), book.add_format({"num_format": "dd.mm.yyyy"})
    sheet.write_row(0, 0, EN + ["Consent", "Age", "Note"])
    for i, p in enumerate(PEOPLE):
        for j, c in enumerate(p):
            sheet.write_datetime(i + 1, j, c, day) if isinstance(c, DATE) else sheet.write_string(i + 1, j, c)
        sheet.write_boolean(i + 1, 7, i % 2 == 0)
        sheet.write_formula(i + 1, 8, "=DATEDIF(D%d,DATE(2026,11,22),\"Y\")" % (i + 2), None, 2026 - p[3].year)
    sheet.write_string(1, 9, "=HYPERLINK(\"http://example.invalid\")")
    sheet.write_string(2, 9, "a\u200bb\ufeffc\u00a0")
    sheet.write_rich_string(3, 9, "speaks ", bold, "three", " languages")
    sheet.write_string(4, 9, "two\nlines")
    sheet.write_string(5, 9, "<tag> & \"quote\" _x0041_")
    sheet.write_row(6, 0, ["Total", "", "", 5])
    book.close()


def xlsxwriter_hours():
    """Texts inside the cells, days with times, spans of times."""
    book = xlsxwriter.Workbook(kept("xlsxwriter-hours.xlsx"), {"constant_memory": True})
    sheet, day = book.add_worksheet("Часы"), book.add_format({"num_format": "dd.mm.yyyy"})
    sheet.write_row(0, 0, ["Волонтер", "Дата", "Время", "Часы"])
    times = ["10:00-12:30", "15:00 – 17:00", "с 10 до 12", "9.00-11.00", "10-00"]
    for i, span in enumerate(times):
        sheet.write_string(i + 1, 0, PEOPLE[i][0] + " " + PEOPLE[i][1])
        sheet.write_datetime(i + 1, 1, datetime.datetime(2026, 10, i + 1, 10, 30), day)
        sheet.write_string(i + 1, 2, span)
        sheet.write_number(i + 1, 3, 2.5)
    book.close()


def xlsxwriter_merged():
    """Headings of parts, a merged city, the header again on the second page."""
    book = xlsxwriter.Workbook(kept("xlsxwriter-merged.xlsx"))
    sheet = book.add_worksheet("Лист1")
    sheet.write_row(1, 1, ["Город"] + RU[:6])
    sheet.merge_range("B3:H3", "Постоянные волонтеры")
    for i, p in enumerate(PEOPLE[:3]):
        sheet.write_row(3 + i, 2, texts(p)[:6])
    sheet.merge_range("B4:B6", "Алматы")
    sheet.merge_range("B7:H7", "Разовые волонтеры")
    sheet.write_row(7, 1, ["Город"] + RU[:6])
    for i, p in enumerate(PEOPLE[3:]):
        sheet.write_row(8 + i, 1, ["Астана"] + texts(p)[:6])
    book.close()


def events():
    """Events in three languages at once, as an .ods that LibreOffice saves as .xlsx, .xls and itself."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Мероприятия"
    sheet.append(["Күні / Дата", "Уақыты / Время", "Атауы / Название", "Орны / Место", "Қатысушылар / Участники"])
    for i, title in enumerate(["Ашық есік күні", "Раздача наборов", "Health day", "Концерт", "Всего хорошего"]):
        sheet.append([DATE(2026, 11, i + 1), "10:00-12:00", title, "Орталық кітапхана", 10 + i])
    with tempfile.TemporaryDirectory() as out:
        source = os.path.join(out, "events.xlsx")
        book.save(source)
        convert(source, "libreoffice-events.ods")
        convert(kept("libreoffice-events.ods"), "libreoffice-events.xlsx")
        convert(source, "libreoffice-old.xls")
        convert(source, "gnumeric-events.xlsx", by="ssconvert")


def converted():
    with tempfile.TemporaryDirectory() as out:
        source = os.path.join(out, "people.csv")
        with open(source, "w", encoding="utf-8", newline="") as f:
            csv.writer(f).writerows([KK] + [texts(p) for p in PEOPLE])
        convert(source, "libreoffice-kk.xlsx")
        convert(kept("openpyxl-titles-ru.xlsx"), "libreoffice-titles-1251.csv")
        convert(source, "gnumeric-kk.xlsx", by="ssconvert")
    with tempfile.TemporaryDirectory() as out:
        source = os.path.join(out, "two.xlsx")
        convert(kept("openpyxl-two-rows-kk.xlsx"), "gnumeric-two-rows-kk.xlsx", by="ssconvert")


def text_files():
    people = [texts(p) for p in PEOPLE]
    plain = [[c.translate(str.maketrans("ӘәҮүҚқҒғ", "АаУуКкГг")) for c in p] for p in people]
    text("excel-1251-ru.csv", [RU] + plain, "windows-1251", ";")
    text("excel-kz-1048-kk.csv", [KK] + people, "kz-1048", ";")
    text("dos-ibm866-ru.txt", [["СПИСОК"], RU] + [[c.replace("і", "и") for c in p] for p in plain], "ibm866", "\t")
    text("unix-koi8-ru.csv", [RU] + [[c.replace("і", "и") for c in p] for p in plain], "koi8-r", "|", end="\n")
    text("excel-utf16-kk.txt", [KK] + people, "utf-16", "\t")
    text("excel-utf16be-ru.csv", [RU] + people, "utf-16-be", ";", begin="\ufeff")
    text("excel-bom-sep-ru.csv", [RU] + people, "utf-8-sig", "|", begin="sep=|\r\n")
    text("calc-blank-lines-en.csv", [["Volunteers"], [], EN] + people[:2] + [[]] + people[2:] + [["Total", "", "", "5"]], "utf-8", ",", end="\n")
    text("mac-lines-en.csv", [EN] + people, "utf-8", ";", end="\r")
    text("two-rows-ru.csv", [["Волонтеры центра"], ["№", "ФИО", "", "", "Дата рождения", "Контакты", "", "Город"],
                             ["", "Фамилия", "Имя", "Отчество", "", "Телефон", "E-mail", ""], [str(i + 1) for i in range(8)]]
         + [[str(i + 1)] + p for i, p in enumerate(people)] + [["", "Всего: 5"]], "utf-8", ";")
    text("no-header.csv", people, "utf-8", ";")
    text("google-forms-ru.csv", [["Отметка времени", "Ваши фамилия, имя и отчество", "Дата рождения", "Телефон (WhatsApp)",
                                  "Чем хотите помогать?", "Согласны на обработку данных?", "Расскажите о себе"]]
         + [["22.11.2026 14:0%d:33" % i, " ".join(p[:3]).strip(), p[3], p[4], "Мастер-классы, Праздники; Перевод", "Да",
             "Первая строка,\nвторая «строка» с \"кавычками\""] for i, p in enumerate(people)], "utf-8", ",")
    text("bad-dates-ru.csv", [["ФИО", "Дата рождения"], ["Тестова Анна", "31.02.1990"], ["Образцов Пётр", "05.04.2031"], ["Пробная Ольга", "1990"]],
         "utf-8", ";")


if __name__ == "__main__":
    for make in (openpyxl_titles, openpyxl_two_rows, openpyxl_1904, openpyxl_formulas, xlsxwriter_en, xlsxwriter_hours, xlsxwriter_merged,
                 events, converted, text_files):
        make()
