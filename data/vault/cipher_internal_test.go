package vault

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"os"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"lukechampine.com/adiantum"
)

// TestVectors holds the cipher against those of its authors (github.com/google/adiantum, XChaCha12 and AES-256).
func TestVectors(t *testing.T) {
	content, err := os.ReadFile("testdata/Adiantum_XChaCha12_32_AES256.json")
	require.NoError(t, err)
	var vectors []struct {
		Input struct {
			Key   string `json:"key_hex"`
			Tweak string `json:"tweak_hex"`
		} `json:"input"`
		Plain  string `json:"plaintext_hex"`
		Cipher string `json:"ciphertext_hex"`
	}
	require.NoError(t, json.Unmarshal(content, &vectors))
	require.NotEmpty(t, vectors)
	for _, v := range vectors {
		c := adiantum.New(bytesOf(t, v.Input.Key))
		require.Equal(t, v.Cipher, hex.EncodeToString(c.Encrypt(bytesOf(t, v.Plain), bytesOf(t, v.Input.Tweak))))
		require.Equal(t, v.Plain, hex.EncodeToString(c.Decrypt(bytesOf(t, v.Cipher), bytesOf(t, v.Input.Tweak))))
	}
}

func bytesOf(t *testing.T, s string) []byte {
	b, err := hex.DecodeString(s)
	require.NoError(t, err)
	return b
}

func TestSectors(t *testing.T) {
	ciphers := newSectors(random(keySize))
	plain := bytes.Repeat([]byte("saya"), 2*sectorSize/4)
	seal := func(kind int, first uint64) []byte {
		b := bytes.Clone(plain)
		ciphers[kind].crypt(b, first, true)
		return b
	}
	sealed := seal(mainFile, 7)
	require.NotEqual(t, sealed[:sectorSize], sealed[sectorSize:], "equal sectors at two places differ")
	require.NotEqual(t, sealed, seal(mainFile, 8))
	require.NotEqual(t, sealed, seal(walFile, 7), "the log has a key of its own")
	require.Equal(t, sealed[sectorSize:], seal(mainFile, 8)[:sectorSize])
	ciphers[mainFile].crypt(sealed, 7, false)
	require.Equal(t, plain, sealed)
}

// Connections encrypt and decrypt at the same time.
func TestSectorsAtOnce(t *testing.T) {
	c := newCipher(random(keySize))
	var wait sync.WaitGroup
	for worker := range 8 {
		wait.Go(func() {
			plain := bytes.Repeat([]byte{byte(worker)}, sectorSize)
			for number := range uint64(200) {
				b := bytes.Clone(plain)
				c.crypt(b, number, true)
				c.crypt(b, number, false)
				if !bytes.Equal(plain, b) {
					t.Errorf("sector %d of worker %d came back changed", number, worker)
					return
				}
			}
		})
	}
	wait.Wait()
}
