/* The same workbook by libxlsxwriter in its fastest mode, for BenchmarkWorkbook:
 * bench OUT.xlsx ROWS prints the seconds it took to write rows held in memory. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <xlsxwriter.h>

struct row {
    char name[96], phone[16];
    const char *form, *direction;
    double day, start, changed, hours, money, share;
    int people;
};

static const char *forms[] = {"Акция", "Жоба", "Оқыту"};
static const char *directions[] = {"Qamqor", "Bilim", "Asyl Mura", "Taza Álem", "Saulyq"};

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static struct row *make_rows(int n) {
    struct row *rows = calloc(n, sizeof *rows);
    for (int i = 0; i < n; i++) {
        struct row *r = &rows[i];
        snprintf(r->name, sizeof r->name, "Іс-шара «Қамқор» № %d, аула", i + 1);
        snprintf(r->phone, sizeof r->phone, "+7701%07d", i);
        r->form = forms[i % 3];
        r->direction = directions[i % 5];
        r->day = 46296 + i % 31;
        r->start = (9 * 60 + i % 7 * 30) / 1440.0;
        r->changed = 46296 + (i % 100000) / 24.0;
        r->people = i % 40;
        r->hours = 25 * (i % 9 + 1) / 60.0;
        r->money = (double)(i % 5000) * 12345 / 100;
        r->share = i % 10 / 10.0;
    }
    return rows;
}

static lxw_format *format(lxw_workbook *book, const char *number) {
    lxw_format *f = workbook_add_format(book);
    format_set_num_format(f, number);
    format_set_bottom(f, LXW_BORDER_THIN);
    return f;
}

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    int n = atoi(argv[2]);
    struct row *rows = make_rows(n);
    double start = now();
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_workbook *book = workbook_new_opt(argv[1], &options);
    lxw_worksheet *s = workbook_add_worksheet(book, "Sheet");
    lxw_format *count = format(book, "#,##0"), *day = format(book, "dd.mm.yyyy"), *clock = format(book, "hh:mm"),
               *text = format(book, "General"), *code = format(book, "@"), *hours = format(book, "#,##0.00"),
               *share = format(book, "0.0%"), *stamp = format(book, "dd.mm.yyyy hh:mm");
    const char *heads[] = {"№", "Күні", "Уақыты", "Атауы", "Түрі", "Бағыты", "Телефон", "Адамдар", "Сағат", "Құны", "Үлесі", "Өзгертілді"};
    for (int col = 0; col < 12; col++) worksheet_write_string(s, 0, col, heads[col], text);
    for (int i = 0; i < n; i++) {
        struct row *r = &rows[i];
        worksheet_write_number(s, i + 1, 0, i + 1, count);
        worksheet_write_number(s, i + 1, 1, r->day, day);
        worksheet_write_number(s, i + 1, 2, r->start, clock);
        worksheet_write_string(s, i + 1, 3, r->name, text);
        worksheet_write_string(s, i + 1, 4, r->form, text);
        worksheet_write_string(s, i + 1, 5, r->direction, text);
        worksheet_write_string(s, i + 1, 6, r->phone, code);
        worksheet_write_number(s, i + 1, 7, r->people, count);
        worksheet_write_number(s, i + 1, 8, r->hours, hours);
        worksheet_write_number(s, i + 1, 9, r->money, hours);
        worksheet_write_number(s, i + 1, 10, r->share, share);
        worksheet_write_number(s, i + 1, 11, r->changed, stamp);
    }
    if (workbook_close(book) != LXW_NO_ERROR) return 1;
    printf("%.6f\n", now() - start);
    return 0;
}
