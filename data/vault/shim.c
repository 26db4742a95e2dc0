/* A layer over the VFS of the operating system that encrypts what SQLite writes. Locks, shared memory, syncs and paths are
** those of the VFS below; only bytes are changed, a sector at a time. The main file begins with a header that SQLite does
** not see. */
#include "shim.h"
#include <stdlib.h>
#include <string.h>

/* Codes and flags of sqlite3.h. */
enum { OK = 0, ERR = 1, NOMEM = 7, NOTFOUND = 12, IOERR_SHORT_READ = 522 };
enum { OPEN_MAIN_DB = 0x100, OPEN_MAIN_JOURNAL = 0x800, OPEN_SUPER_JOURNAL = 0x4000, OPEN_WAL = 0x80000 };
enum { FCNTL_SIZE_HINT = 5, FCNTL_CHUNK_SIZE = 6, FCNTL_MMAP_SIZE = 18 };
enum { IOCAP_UNDELETABLE_WHEN_OPEN = 0x0800, IOCAP_IMMUTABLE = 0x2000 };

/* The kinds of files, as in cipher.go. A super journal holds nothing but names of files and is left as it is. */
enum { KIND_MAIN = 0, KIND_JOURNAL = 1, KIND_WAL = 2, KIND_TEMP = 3, KIND_PLAIN = 9 };

extern void goVaultCrypt(uintptr_t key, int kind, int encrypt, unsigned char *bytes, int n, sqlite3_int64 first);

typedef struct Layer {
	sqlite3_vfs vfs;
	sqlite3_vfs *below;
	uintptr_t key;
	int sector, header;
} Layer;

typedef struct File {
	sqlite3_file base;
	Layer *layer;
	int kind;
	unsigned char *buffer; /* of BUFFER bytes */
} File; /* the file of the VFS below follows it in memory */

enum { BUFFER = 65536 };

#define SELF(f) ((File *)(f))
#define BELOW(f) ((sqlite3_file *)(SELF(f) + 1))
#define CALL(f) (BELOW(f)->pMethods)

/* The VFS of the operating system locks bytes at 1 GiB; nothing is kept there. */
static const sqlite3_int64 LOCK_BYTE = 0x40000000LL, LOCK_GAP = 0x10000LL;

static sqlite3_int64 physical(File *f, sqlite3_int64 offset) {
	if (f->kind != KIND_MAIN || f->layer->header == 0) return offset;
	offset += f->layer->header;
	return offset < LOCK_BYTE ? offset : offset + LOCK_GAP;
}

static sqlite3_int64 logical(File *f, sqlite3_int64 offset) {
	if (f->kind != KIND_MAIN || f->layer->header == 0) return offset;
	if (offset >= LOCK_BYTE + LOCK_GAP) offset -= LOCK_GAP;
	else if (offset > LOCK_BYTE) offset = LOCK_BYTE;
	offset -= f->layer->header;
	return offset < 0 ? 0 : offset;
}

static void crypt(File *f, int encrypt, unsigned char *bytes, int n, sqlite3_int64 offset) {
	goVaultCrypt(f->layer->key, f->kind, encrypt, bytes, n, offset / f->layer->sector);
}

static int vaultClose(sqlite3_file *p) {
	int rc = CALL(p)->xClose(BELOW(p));
	if (SELF(p)->buffer) memset(SELF(p)->buffer, 0, BUFFER);
	free(SELF(p)->buffer);
	SELF(p)->buffer = 0;
	return rc;
}

static int vaultRead(sqlite3_file *p, void *out, int n, sqlite3_int64 offset) {
	File *f = SELF(p);
	int sector = f->layer->sector;
	unsigned char *to = out;
	if (f->kind == KIND_PLAIN) return CALL(p)->xRead(BELOW(p), out, n, offset);
	if (offset % sector == 0 && n % sector == 0) {
		int rc = CALL(p)->xRead(BELOW(p), out, n, physical(f, offset));
		if (rc == OK) {
			crypt(f, 0, to, n, offset);
			return OK;
		}
		if (rc != IOERR_SHORT_READ || n == sector) {
			if (rc == IOERR_SHORT_READ) memset(out, 0, n);
			return rc;
		}
		/* a short read of several sectors: sector by sector */
	}
	while (n > 0) {
		int skip = (int)(offset % sector), m = sector - skip, rc;
		sqlite3_int64 base = offset - skip;
		if (m > n) m = n;
		rc = CALL(p)->xRead(BELOW(p), f->buffer, sector, physical(f, base));
		if (rc != OK) {
			memset(to, 0, n);
			return rc;
		}
		crypt(f, 0, f->buffer, sector, base);
		memcpy(to, f->buffer + skip, m);
		to += m;
		n -= m;
		offset += m;
	}
	return OK;
}

/* A part of a sector is written with the rest of it. */
static int writePart(sqlite3_file *p, const unsigned char *from, int n, sqlite3_int64 offset) {
	File *f = SELF(p);
	int sector = f->layer->sector, skip = (int)(offset % sector);
	sqlite3_int64 base = offset - skip;
	int rc = CALL(p)->xRead(BELOW(p), f->buffer, sector, physical(f, base));
	if (rc == OK) crypt(f, 0, f->buffer, sector, base);
	else if (rc == IOERR_SHORT_READ) memset(f->buffer, 0, sector);
	else return rc;
	memcpy(f->buffer + skip, from, n);
	crypt(f, 1, f->buffer, sector, base);
	return CALL(p)->xWrite(BELOW(p), f->buffer, sector, physical(f, base));
}

static int vaultWrite(sqlite3_file *p, const void *in, int n, sqlite3_int64 offset) {
	File *f = SELF(p);
	int sector = f->layer->sector;
	const unsigned char *from = in;
	if (f->kind == KIND_PLAIN) return CALL(p)->xWrite(BELOW(p), in, n, offset);
	while (n > 0) {
		int m = sector - (int)(offset % sector), rc;
		if (m > n) m = n;
		if (m < sector) {
			rc = writePart(p, from, m, offset);
		} else {
			m = n - n % sector;
			if (m > BUFFER) m = BUFFER;
			memcpy(f->buffer, from, m);
			crypt(f, 1, f->buffer, m, offset);
			rc = CALL(p)->xWrite(BELOW(p), f->buffer, m, physical(f, offset));
		}
		if (rc != OK) return rc;
		from += m;
		n -= m;
		offset += m;
	}
	return OK;
}

static int vaultTruncate(sqlite3_file *p, sqlite3_int64 size) {
	File *f = SELF(p);
	int sector = f->layer->sector;
	if (f->kind != KIND_PLAIN) size = physical(f, (size + sector - 1) / sector * sector);
	return CALL(p)->xTruncate(BELOW(p), size);
}

static int vaultFileSize(sqlite3_file *p, sqlite3_int64 *size) {
	int rc = CALL(p)->xFileSize(BELOW(p), size);
	if (rc == OK && SELF(p)->kind != KIND_PLAIN) {
		*size = logical(SELF(p), *size);
		*size -= *size % SELF(p)->layer->sector; /* a torn last sector cannot be decrypted: it is not there */
	}
	return rc;
}

static int vaultFileControl(sqlite3_file *p, int op, void *arg) {
	if (SELF(p)->kind != KIND_PLAIN) {
		if (op == FCNTL_MMAP_SIZE) {
			*(sqlite3_int64 *)arg = 0; /* nobody reads the encrypted file as if it were plain */
			return OK;
		}
		if (op == FCNTL_CHUNK_SIZE || op == FCNTL_SIZE_HINT) return OK;
	}
	return CALL(p)->xFileControl(BELOW(p), op, arg);
}

static int vaultSectorSize(sqlite3_file *p) {
	int below = CALL(p)->xSectorSize(BELOW(p)), sector = SELF(p)->layer->sector;
	return SELF(p)->kind == KIND_PLAIN || below > sector ? below : sector;
}

/* A write of less than a sector changes all of it: neither "safe to append" nor "powersafe overwrite" holds any more.
** With them SQLite leaves out what a power cut then needs. */
static int vaultDeviceCharacteristics(sqlite3_file *p) {
	int below = CALL(p)->xDeviceCharacteristics(BELOW(p));
	return SELF(p)->kind == KIND_PLAIN ? below : below & (IOCAP_UNDELETABLE_WHEN_OPEN | IOCAP_IMMUTABLE);
}

static int vaultSync(sqlite3_file *p, int flags) { return CALL(p)->xSync(BELOW(p), flags); }
static int vaultLock(sqlite3_file *p, int level) { return CALL(p)->xLock(BELOW(p), level); }
static int vaultUnlock(sqlite3_file *p, int level) { return CALL(p)->xUnlock(BELOW(p), level); }
static int vaultCheckReservedLock(sqlite3_file *p, int *out) { return CALL(p)->xCheckReservedLock(BELOW(p), out); }
static int vaultShmMap(sqlite3_file *p, int i, int size, int extend, void volatile **out) {
	return CALL(p)->xShmMap(BELOW(p), i, size, extend, out);
}
static int vaultShmLock(sqlite3_file *p, int at, int n, int flags) { return CALL(p)->xShmLock(BELOW(p), at, n, flags); }
static void vaultShmBarrier(sqlite3_file *p) { CALL(p)->xShmBarrier(BELOW(p)); }
static int vaultShmUnmap(sqlite3_file *p, int delete) { return CALL(p)->xShmUnmap(BELOW(p), delete); }
static int vaultFetch(sqlite3_file *p, sqlite3_int64 at, int n, void **out) {
	(void)p, (void)at, (void)n;
	*out = 0;
	return OK;
}
static int vaultUnfetch(sqlite3_file *p, sqlite3_int64 at, void *page) {
	(void)p, (void)at, (void)page;
	return OK;
}

#define METHODS(version) \
	{ version, vaultClose, vaultRead, vaultWrite, vaultTruncate, vaultSync, vaultFileSize, vaultLock, vaultUnlock, \
	  vaultCheckReservedLock, vaultFileControl, vaultSectorSize, vaultDeviceCharacteristics, vaultShmMap, vaultShmLock, \
	  vaultShmBarrier, vaultShmUnmap, vaultFetch, vaultUnfetch }
static const sqlite3_io_methods methods1 = METHODS(1), methods2 = METHODS(2), methods3 = METHODS(3);

static int vfsOpen(sqlite3_vfs *v, const char *path, sqlite3_file *p, int flags, int *out) {
	Layer *layer = (Layer *)v;
	File *f = SELF(p);
	int rc;
	memset(f, 0, sizeof *f);
	rc = layer->below->xOpen(layer->below, path, BELOW(p), flags, out);
	if (rc != OK) return rc; /* without methods SQLite does not close it */
	f->layer = layer;
	f->kind = flags & OPEN_SUPER_JOURNAL ? KIND_PLAIN
		: flags & OPEN_MAIN_DB ? KIND_MAIN
		: flags & OPEN_MAIN_JOURNAL ? KIND_JOURNAL
		: flags & OPEN_WAL ? KIND_WAL : KIND_TEMP;
	if (f->kind != KIND_PLAIN && !(f->buffer = malloc(BUFFER))) {
		CALL(p)->xClose(BELOW(p));
		return NOMEM;
	}
	f->base.pMethods = CALL(p)->iVersion >= 3 ? &methods3 : CALL(p)->iVersion == 2 ? &methods2 : &methods1;
	return OK;
}

#define UNDER(v) (((Layer *)(v))->below)
static int vfsDelete(sqlite3_vfs *v, const char *path, int sync) { return UNDER(v)->xDelete(UNDER(v), path, sync); }
static int vfsAccess(sqlite3_vfs *v, const char *path, int flags, int *out) { return UNDER(v)->xAccess(UNDER(v), path, flags, out); }
static int vfsFullPathname(sqlite3_vfs *v, const char *path, int n, char *out) { return UNDER(v)->xFullPathname(UNDER(v), path, n, out); }
static void *vfsDlOpen(sqlite3_vfs *v, const char *path) { return UNDER(v)->xDlOpen(UNDER(v), path); }
static void vfsDlError(sqlite3_vfs *v, int n, char *out) { UNDER(v)->xDlError(UNDER(v), n, out); }
static void (*vfsDlSym(sqlite3_vfs *v, void *p, const char *name))(void) { return UNDER(v)->xDlSym(UNDER(v), p, name); }
static void vfsDlClose(sqlite3_vfs *v, void *p) { UNDER(v)->xDlClose(UNDER(v), p); }
static int vfsRandomness(sqlite3_vfs *v, int n, char *out) { return UNDER(v)->xRandomness(UNDER(v), n, out); }
static int vfsSleep(sqlite3_vfs *v, int microseconds) { return UNDER(v)->xSleep(UNDER(v), microseconds); }
static int vfsCurrentTime(sqlite3_vfs *v, double *out) { return UNDER(v)->xCurrentTime(UNDER(v), out); }
static int vfsGetLastError(sqlite3_vfs *v, int n, char *out) { return UNDER(v)->xGetLastError(UNDER(v), n, out); }
static int vfsCurrentTimeInt64(sqlite3_vfs *v, sqlite3_int64 *out) { return UNDER(v)->xCurrentTimeInt64(UNDER(v), out); }

int vault_register(char *name, const char *under, uintptr_t key, int sector, int header) {
	sqlite3_vfs *below = sqlite3_vfs_find(under);
	Layer *layer = below && below->iVersion >= 2 ? calloc(1, sizeof *layer) : 0;
	if (!layer) return ERR;
	layer->below = below;
	layer->key = key;
	layer->sector = sector;
	layer->header = header;
	layer->vfs = (sqlite3_vfs){
		.iVersion = 2,
		.szOsFile = (int)sizeof(File) + below->szOsFile,
		.mxPathname = below->mxPathname,
		.zName = name,
		.xOpen = vfsOpen,
		.xDelete = vfsDelete,
		.xAccess = vfsAccess,
		.xFullPathname = vfsFullPathname,
		.xDlOpen = vfsDlOpen,
		.xDlError = vfsDlError,
		.xDlSym = vfsDlSym,
		.xDlClose = vfsDlClose,
		.xRandomness = vfsRandomness,
		.xSleep = vfsSleep,
		.xCurrentTime = vfsCurrentTime,
		.xGetLastError = vfsGetLastError,
		.xCurrentTimeInt64 = vfsCurrentTimeInt64,
	};
	return sqlite3_vfs_register(&layer->vfs, 0);
}

int vault_unregister(char *name) {
	sqlite3_vfs *v = sqlite3_vfs_find(name);
	int rc;
	if (!v) return NOTFOUND;
	rc = sqlite3_vfs_unregister(v);
	free(v);
	return rc;
}
