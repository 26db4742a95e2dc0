/* A VFS that is the one of the operating system, but tells of each write, truncation, sync and deletion. The file is
** opened by the VFS below in the same place; only the table of its methods is another one, which lies behind it. */
#include "recorder.h"
#include <stdlib.h>

enum { OK = 0, ERR = 1, NOTFOUND = 12, IOERR = 10 };

extern int goPowercutOpened(uintptr_t recorder, char *path);
extern void goPowercutWrote(uintptr_t recorder, int file, void *bytes, int n, sqlite3_int64 at);
extern void goPowercutTruncated(uintptr_t recorder, int file, sqlite3_int64 size);
extern void goPowercutSynced(uintptr_t recorder, int file);
extern void goPowercutDeleted(uintptr_t recorder, char *path, int sync);

typedef struct Recorder {
	sqlite3_vfs vfs;
	sqlite3_vfs *below;
	uintptr_t recorder;
} Recorder;

/* Tail lies behind a file of the VFS below. It begins with the methods, so the file leads to it. */
typedef struct Tail {
	sqlite3_io_methods methods;
	const sqlite3_io_methods *below;
	uintptr_t recorder;
	int file;
} Tail;

#define TAIL(p) ((Tail *)(p)->pMethods)

static int tailAt(const sqlite3_vfs *below) { return (below->szOsFile + 7) / 8 * 8; }

static int fileClose(sqlite3_file *p) {
	p->pMethods = TAIL(p)->below;
	return p->pMethods->xClose(p);
}

static int fileWrite(sqlite3_file *p, const void *bytes, int n, sqlite3_int64 at) {
	Tail *t = TAIL(p);
	int rc = t->below->xWrite(p, bytes, n, at);
	if (rc == OK) goPowercutWrote(t->recorder, t->file, (void *)bytes, n, at);
	return rc;
}

static int fileTruncate(sqlite3_file *p, sqlite3_int64 size) {
	Tail *t = TAIL(p);
	int rc = t->below->xTruncate(p, size);
	if (rc == OK) goPowercutTruncated(t->recorder, t->file, size);
	return rc;
}

/* The sync is only noted: the disk that matters is the simulated one, and it saves the time. */
static int fileSync(sqlite3_file *p, int flags) {
	(void)flags;
	goPowercutSynced(TAIL(p)->recorder, TAIL(p)->file);
	return OK;
}

static int vfsOpen(sqlite3_vfs *v, const char *path, sqlite3_file *p, int flags, int *out) {
	Recorder *r = (Recorder *)v;
	Tail *t = (Tail *)((char *)p + tailAt(r->below));
	int file, rc = r->below->xOpen(r->below, path, p, flags, out);
	if (rc != OK || !path || (file = goPowercutOpened(r->recorder, (char *)path)) == 0) return rc;
	if (file < 0) {
		p->pMethods->xClose(p);
		p->pMethods = 0; /* without methods SQLite does not close it */
		return IOERR;
	}
	*t = (Tail){*p->pMethods, p->pMethods, r->recorder, file};
	t->methods.xClose = fileClose;
	t->methods.xWrite = fileWrite;
	t->methods.xTruncate = fileTruncate;
	t->methods.xSync = fileSync;
	p->pMethods = &t->methods;
	return OK;
}

static int vfsDelete(sqlite3_vfs *v, const char *path, int sync) {
	Recorder *r = (Recorder *)v;
	int rc = r->below->xDelete(r->below, path, sync);
	if (rc == OK) goPowercutDeleted(r->recorder, (char *)path, sync);
	return rc;
}

int powercut_register(char *name, uintptr_t recorder) {
	sqlite3_vfs *below = sqlite3_vfs_find(0);
	Recorder *r = below ? malloc(sizeof *r) : 0;
	if (!r) return ERR;
	*r = (Recorder){*below, below, recorder}; /* all but the following is as below */
	r->vfs.szOsFile = tailAt(below) + (int)sizeof(Tail);
	r->vfs.zName = name;
	r->vfs.pNext = 0;
	r->vfs.xOpen = vfsOpen;
	r->vfs.xDelete = vfsDelete;
	return sqlite3_vfs_register(&r->vfs, 1);
}

int powercut_unregister(char *name) {
	sqlite3_vfs *v = sqlite3_vfs_find(name);
	int rc;
	if (!v) return NOTFOUND;
	rc = sqlite3_vfs_unregister(v);
	free(v);
	return rc;
}
